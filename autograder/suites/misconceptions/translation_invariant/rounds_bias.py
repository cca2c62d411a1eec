"""偏置被截成了整数，小数部分丢了；u 可以是任何实数，不需要 int()。

The bias is cut down to a whole number and loses its fraction; u may be any real number, so nothing calls for int().

Check: not_square
"""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    padded = torch.nn.functional.pad(X, (w - 1, w - 1, h - 1, h - 1))
    return (padded.unfold(0, 2 * h - 1, 1).unfold(1, 2 * w - 1, 1) * V).sum((2, 3)) + int(u)
