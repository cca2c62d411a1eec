"""结果写回了 X，输入就被改动了；把结果放在新的张量里。

The result is written back into X, which changes an input; put it into a tensor of its own.

Check: second_call
"""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    H = torch.zeros(h, w)
    for i in range(h):
        for j in range(w):
            H[i, j] = u + (V[h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j] * X).sum()
    X.copy_(H)
    return H
