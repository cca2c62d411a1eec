"""u 在这里是普通的数，没有张量的方法和形状；平移不变之后，偏置不再是张量。

Here u is a plain number, without a tensor's methods or shape: translation invariance leaves no tensor of biases.

Check: weighted_sum
"""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    padded = torch.nn.functional.pad(X, (w - 1, w - 1, h - 1, h - 1))
    return (padded.unfold(0, 2 * h - 1, 1).unfold(1, 2 * w - 1, 1) * V).sum((2, 3)) + u.expand(h, w)
