"""一个大矩阵乘以展平的图像。 / One large matrix times the flattened image."""

import torch


def convolutional_layer(X, V, u):
    h, w = X.shape
    d = V.shape[0] // 2
    T = torch.zeros(h * w, h * w)
    for i in range(h):
        for j in range(w):
            for k in range(max(0, i - d), min(h, i + d + 1)):
                for l in range(max(0, j - d), min(w, j + d + 1)):
                    T[i * w + j, k * w + l] = V[k - i + d, l - j + d]
    return (T @ X.flatten()).reshape(h, w) + u
