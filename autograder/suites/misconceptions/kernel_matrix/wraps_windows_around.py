"""窗口从一行末尾绕到下一行：把二维当成一维。 / Lets windows wrap around row ends, as if the image were one-dimensional."""

import torch


def kernel_matrix(K, input_shape):
    h, w = K.shape
    n_h, n_w = input_shape
    padded = torch.zeros(h, n_w)
    padded[:, :w] = K
    row = padded.flatten()[: (h - 1) * n_w + w]
    n_out = n_h * n_w - len(row) + 1
    T = torch.zeros(n_out, n_h * n_w)
    for r in range(n_out):
        T[r, r : r + len(row)] = row
    return T
