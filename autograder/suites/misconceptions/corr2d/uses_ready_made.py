"""调用了现成的 conv2d。 / Calls the ready-made conv2d."""

import torch


def corr2d(X, K):
    return torch.conv2d(X[None, None], K[None, None])[0, 0]
