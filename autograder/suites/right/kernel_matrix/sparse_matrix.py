"""稀疏矩阵，只存非零元素的位置和数值。 / A sparse matrix that keeps places and values only."""

import torch


def kernel_matrix(K, input_shape):
    h, w = K.shape
    n_h, n_w = input_shape
    oh, ow = n_h - h + 1, n_w - w + 1
    places, values = [], []
    for r in range(oh * ow):
        i, j = divmod(r, ow)
        for a in range(h):
            for b in range(w):
                places.append((r, (i + a) * n_w + j + b))
                values.append(K[a, b])
    return torch.sparse_coo_tensor(torch.tensor(places).T, torch.stack(values), (oh * ow, n_h * n_w))
