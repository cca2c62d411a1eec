"""对每幅单位图像调用 corr2d。 / Apply corr2d to every basis image."""

import torch


def kernel_matrix(K, input_shape):
    n_h, n_w = input_shape
    basis = torch.eye(n_h * n_w).reshape(-1, n_h, n_w)
    return torch.stack([corr2d(image, K).flatten() for image in basis], dim=1)
