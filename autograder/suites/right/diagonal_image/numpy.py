"""用 NumPy 的 triu。 / NumPy's triu."""

import numpy as np
import torch


def diagonal_image(n):
    return torch.from_numpy(np.triu(np.ones((n, n))))
