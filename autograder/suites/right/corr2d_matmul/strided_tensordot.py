"""as_strided 与 tensordot，float64。 / as_strided and tensordot, in float64."""

import torch


def corr2d_matmul(X, K):
    X, K = X.double(), K.double()
    h, w = K.shape
    n_w = X.shape[1]
    windows = X.as_strided((X.shape[0] - h + 1, n_w - w + 1, h, w), (n_w, 1, n_w, 1))
    return torch.tensordot(windows, K, dims=2)
