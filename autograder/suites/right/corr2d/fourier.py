"""用 FFT。 / By FFT."""

import torch


def corr2d(X, K):
    size = X.shape
    product = torch.fft.rfft2(X) * torch.fft.rfft2(K, s=size).conj()
    return torch.fft.irfft2(product, s=size)[: size[0] - K.shape[0] + 1, : size[1] - K.shape[1] + 1]
