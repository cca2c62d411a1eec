"""快速傅里叶变换。 / The fast Fourier transform."""

import torch


def corr2d(X, K):
    h, w = K.shape
    product = torch.fft.rfft2(X) * torch.fft.rfft2(K, s=X.shape).conj()
    return torch.fft.irfft2(product, s=X.shape)[:X.shape[0] - h + 1, :X.shape[1] - w + 1]
