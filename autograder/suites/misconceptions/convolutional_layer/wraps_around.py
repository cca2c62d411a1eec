"""移出图像的像素从另一边绕了回来（torch.roll 就是这样）；图像之外应当当作 0。

Pixels shifted out on one side come back on the other, as `torch.roll` does it; outside the image everything counts as zero.

Check: weighted_sum
"""

import torch


def convolutional_layer(X, V, u):
    d = V.shape[0] // 2
    H = torch.full(X.shape, float(u))
    for a in range(-d, d + 1):
        for b in range(-d, d + 1):
            H += V[a + d, b + d] * torch.roll(X, (-a, -b), (0, 1))
    return H
