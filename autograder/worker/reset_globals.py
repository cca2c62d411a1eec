"""Undoing the global settings that a submission may have changed, before each request."""

from __future__ import annotations

import random
import warnings
from collections.abc import Callable

import numpy
import torch


def _make_reset_globals() -> Callable[[], None]:
    """Return `reset_globals`, with everything it needs bound before a submission could replace it."""
    seeds: tuple[Callable[[int], object], ...] = (random.seed, numpy.random.seed, torch.default_generator.manual_seed)
    set_dtype, set_grad, set_threads = torch.set_default_dtype, torch.set_grad_enabled, torch.set_num_threads
    threads, reset_warnings = torch.get_num_threads, warnings.resetwarnings

    def reset_globals() -> None:
        """Undo global settings that a submission may have changed, and give every random generator the seed 0."""
        for seed in seeds:
            seed(0)
        set_dtype(torch.float32)
        set_grad(True)
        if threads() != 1:
            set_threads(1)
        reset_warnings()

    return reset_globals


reset_globals = _make_reset_globals()
