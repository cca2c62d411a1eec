"""Plots that show nothing, and the book's clock."""

from __future__ import annotations

import itertools
import time
from typing import Any

from .ignored import Ignored

plt = Ignored()


def _show_nothing(*_args: object, **_options: object) -> None:
    """Do nothing."""


use_svg_display = set_figsize = set_axes = plot = show_heatmaps = show_trace_2d = _show_nothing
annotate = bbox_to_rect = show_bboxes = show_list_len_pair_hist = _show_nothing


def show_images(*_args: object, **_options: object) -> Ignored:
    """Return what stands for the axes."""
    return Ignored()


class ProgressBoard:
    """Draws nothing."""

    def __init__(self, *_args: object, **_options: object) -> None:
        pass

    draw = _show_nothing


class Animator(ProgressBoard):
    """Draws nothing."""

    add = _show_nothing


class Timer:
    """Keeps `times`, the seconds from each start to the stop after it."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.start()

    def start(self) -> None:
        """Begin to measure."""
        self.tik = time.time()

    def stop(self) -> float:
        """Return the seconds since the last start, and keep them."""
        self.times.append(time.time() - self.tik)
        return self.times[-1]

    def avg(self) -> float:
        """Return the mean of the times."""
        return self.sum() / len(self.times)

    def sum(self) -> float:
        """Return the sum of the times."""
        return sum(self.times)

    def cumsum(self) -> list[float]:
        """Return the sums of the first times."""
        return list(itertools.accumulate(self.times))


class Accumulator:
    """Keeps so many sums side by side."""

    def __init__(self, n: int) -> None:
        self.data = [0.0] * n

    def add(self, *numbers: Any) -> None:
        """Add a number to each sum."""
        self.data = [total + float(number) for total, number in zip(self.data, numbers, strict=False)]

    def reset(self) -> None:
        """Begin at 0 again."""
        self.data = [0.0] * len(self.data)

    def __getitem__(self, index: int) -> float:
        return self.data[index]
