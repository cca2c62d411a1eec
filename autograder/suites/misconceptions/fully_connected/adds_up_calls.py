"""结果累加在函数之外的变量里，上一次调用的值会混进这一次；需要的变量在函数里新建。

You add up in a variable outside the function, so one call leaks into the next; create what you need inside.

Check: second_call
"""

import torch

memory = {}


def fully_connected(X, W, U):
    H = memory.setdefault(X.shape, torch.zeros(X.shape))
    H += (W * X).sum((2, 3)) + U
    return H.clone()
