"""靠近边缘的位置没有计算，一直是 0；窗口伸出图像时，留在图像里的那部分仍要算。

Positions near the border are never computed and stay 0; where the window reaches outside, the part within still counts.

Check: weighted_sum
"""

import torch


def convolutional_layer(X, V, u):
    h, w = X.shape
    d = V.shape[0] // 2
    H = torch.zeros(h, w)
    for i in range(d, h - d):
        for j in range(d, w - d):
            H[i, j] = u + (X[i - d : i + d + 1, j - d : j + d + 1] * V).sum()
    return H
