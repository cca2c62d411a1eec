"""偏置被写进了求和号里面，每个偏移量都加了一次；公式里每个位置只加一次。

You put the bias inside the sum, so every offset adds it again; the formula adds it once for each position.

Check: public_image
"""

import torch


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = torch.zeros(h, w)
    for i in range(h):
        for j in range(w):
            H[i, j] = (V[i, j, h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j] * X + U[i, j]).sum()
    return H
