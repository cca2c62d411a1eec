"""结果累加在全局变量里，每次调用都会变。 / Adds up in a global, so every call changes the answer."""

import torch

memory = {}


def fully_connected(X, W, U):
    H = memory.setdefault(X.shape, torch.zeros(X.shape))
    H += (W * X).sum((2, 3)) + U
    return H.clone()
