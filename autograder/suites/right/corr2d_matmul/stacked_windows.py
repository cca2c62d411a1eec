"""循环收集窗口，再做一次乘法。 / Collect windows in a loop, then one product."""

import torch


def corr2d_matmul(X, K):
    h, w = K.shape
    out = (X.shape[0] - h + 1, X.shape[1] - w + 1)
    windows = [X[i : i + h, j : j + w].flatten() for i in range(out[0]) for j in range(out[1])]
    return torch.mv(torch.stack(windows), K.flatten()).reshape(out)
