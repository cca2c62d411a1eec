"""Reports losses that no float can hold."""

import torch


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    return torch.ones(kernel_size), [10**400] * num_epochs
