"""Reading what `learn_kernel` returned, also where a right part of it comes in a wrong form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from autograder.checks import ANY, Failed, Text, Unexplained, compare
from autograder.checks.helpers.unpack import unpack
from autograder.suites.descent.losses import LOSSES, read_losses

KERNEL = Text("学到的卷积核", "The learned kernel")
PAIR = Text("返回值是列表，应为元组。", "The returned value is a list; expected a tuple.")
SWAPPED = Text(
    "两个返回值的顺序反了：先是卷积核，后是损失。",
    "The two results are exchanged: the kernel comes first, then the losses.",
)


@dataclass(frozen=True)
class Learned:
    """A kernel (k_h, k_w), the losses as numbers, and what is wrong about the form of the pair and of the losses."""

    kernel: Tensor
    losses: tuple[float, ...]
    wrong_pair: Text | None = None
    wrong_losses: Failed | None = None


def read(answer: Any, kernel_size: tuple[int, int], num_epochs: int) -> Learned:
    """Return what an answer says; raise `Failed` where its kernel has another shape, or no losses can be read."""
    answer, wrong_pair = _as_pair(answer)
    kernel, losses = unpack(answer, (torch.zeros(1), []))
    compare(kernel, torch.zeros(kernel_size), scale=ANY, what=KERNEL)
    numbers, wrong_losses = read_losses(losses, num_epochs)
    if not numbers:
        raise wrong_losses or Unexplained(LOSSES)
    return Learned(kernel, numbers, wrong_pair, wrong_losses)


def _as_pair(answer: Any) -> tuple[Any, Text | None]:
    """Return an answer as a tuple of kernel and losses, and what was wrong about it."""
    if isinstance(answer, (tuple, list)) and len(answer) == 2:
        if isinstance(answer[1], Tensor) and isinstance(answer[0], list):
            return tuple(answer[::-1]), SWAPPED
        return tuple(answer), PAIR if isinstance(answer, list) else None
    return answer, None
