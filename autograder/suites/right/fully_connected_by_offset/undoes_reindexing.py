"""还原 W，再做全连接。 / Back to W, then the first form."""

import torch


def back_to_positions(V):
    h, w = V.shape[:2]
    k, l = torch.arange(h), torch.arange(w)
    row = k[None, :] - k[:, None] + h - 1
    column = l[None, :] - l[:, None] + w - 1
    i, j = k[:, None, None, None], l[None, :, None, None]
    return V[i, j, row[:, None, :, None], column[None, :, None, :]]


def fully_connected_by_offset(X, V, U):
    return torch.einsum("ijkl,kl->ij", back_to_positions(V), X) + U
