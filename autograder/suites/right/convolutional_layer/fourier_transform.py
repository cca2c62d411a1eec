"""快速傅里叶变换。 / A fast Fourier transform."""

import torch


def convolutional_layer(X, V, u):
    h, w = X.shape
    delta = V.shape[0] // 2
    size = (h + 2 * delta, w + 2 * delta)
    spectrum = torch.fft.rfft2(X, s=size) * torch.fft.rfft2(V, s=size).conj()
    correlation = torch.fft.irfft2(spectrum, s=size)
    return torch.roll(correlation, (delta, delta), (0, 1))[:h, :w] + u
