"""核矩阵乘以展平的图像。 / The kernel's matrix times the flattened image."""

import torch


def kernel_matrix(K, input_shape):
    h, w = K.shape
    rows = []
    for i in range(input_shape[0] - h + 1):
        for j in range(input_shape[1] - w + 1):
            image = torch.zeros(input_shape)
            image[i : i + h, j : j + w] = K
            rows.append(image.flatten())
    return torch.stack(rows)


def corr2d_matmul(X, K):
    T = kernel_matrix(K, X.shape)
    return (T @ X.flatten()).view(X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1)
