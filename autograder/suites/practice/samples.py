"""Comparing kernels designed by hand by their outputs on samples of a function."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from autograder.checks import Text, compare

APPLIED = Text("把核用于采样得到的值", "What the kernel gives on the samples")


def compare_applied(kernel: Any, expected: Tensor, samples: Tensor, *, public: bool = False) -> None:
    """Raise `Failed` unless `kernel` has the shape of `expected`, both (1, k), and gives the same on `samples` (m,)."""
    if not isinstance(kernel, Tensor) or kernel.shape != expected.shape:
        compare(kernel, expected)
    got, wanted = (slide(samples, one) for one in (kernel, expected))
    compare(got, wanted, scale=samples.norm() * expected.double().norm(), public=public, what=APPLIED)


def slide(samples: Tensor, kernel: Tensor) -> Tensor:
    """Cross-correlate samples (m,) with a kernel (1, k) in float64: (m - k + 1,)."""
    windows = samples.to(torch.float64).unfold(0, kernel.shape[1], 1)
    return windows @ kernel.to(torch.float64).flatten()
