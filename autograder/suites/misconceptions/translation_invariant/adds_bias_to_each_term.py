"""偏置被写进了求和号里面，每个偏移量都加了一次；公式里每个位置只加一次。

You put the bias inside the sum, so every offset adds it again; the formula adds it once for each position.

Check: public_image
"""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    padded = torch.nn.functional.pad(X, (w - 1, w - 1, h - 1, h - 1))
    return (padded.unfold(0, 2 * h - 1, 1).unfold(1, 2 * w - 1, 1) * V + u).sum((2, 3))
