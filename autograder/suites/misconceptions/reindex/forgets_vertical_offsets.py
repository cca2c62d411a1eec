"""只有横向按偏移量重新编号，纵向还是原来的行号；只有一行的图像看不出这个错误。

Only the horizontal index became an offset; the vertical one is still the row itself. An image of one row does not show it.

Check: inside
"""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for j in range(w):
        V[:, j, h - 1 :, w - 1 - j : 2 * w - 1 - j] = W[:, j]
    return V
