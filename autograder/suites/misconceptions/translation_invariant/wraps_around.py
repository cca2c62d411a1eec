"""移出图像的像素从另一边绕了回来（torch.roll 就是这样）；图像之外应当当作 0。

Pixels shifted out on one side come back on the other, as `torch.roll` does it; outside the image everything counts as zero.

Check: weighted_sum
"""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    H = torch.full((h, w), float(u))
    for a in range(-(h - 1), h):
        for b in range(-(w - 1), w):
            H += V[a + h - 1, b + w - 1] * torch.roll(X, (-a, -b), (0, 1))
    return H
