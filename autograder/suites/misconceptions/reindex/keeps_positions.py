"""W 原样搬进了 V 的一角，下标仍是像素的绝对位置；V 的后两个下标应当是相对于 (i, j) 的偏移量。

W was copied into a corner of V as it stands, still indexed by absolute positions; the last two indices of V are offsets from (i, j).

Check: inside
"""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    V[:, :, :h, :w] = W
    return V
