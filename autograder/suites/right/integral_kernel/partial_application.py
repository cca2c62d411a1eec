"""固定 torch.ones 的第一个参数。 / Fixes the first argument of torch.ones."""

import functools

import torch

integral_kernel = functools.partial(torch.ones, 1)
