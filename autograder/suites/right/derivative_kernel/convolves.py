"""反复卷积，NumPy。 / Repeated convolution, in NumPy."""

import numpy as np
import torch


def derivative_kernel(d):
    kernel = np.ones(1)
    for _ in range(d):
        kernel = np.convolve(kernel, [-1.0, 1.0])
    return torch.from_numpy(kernel).reshape(1, -1)
