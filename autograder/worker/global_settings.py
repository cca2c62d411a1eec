"""The global settings of the libraries: before each request they are what the submission made them while it loaded.

So a default dtype that is set at the top of a file holds in its functions, and one that is set in a function holds in
no other exercise. Some settings are the same for everybody, whatever a submission sets: gradients are on, every random
generator begins with the seed 0, torch has one thread, and no warning is an error.
"""

from __future__ import annotations

import contextlib
import os
import random
import sys
import warnings
from collections.abc import Callable
from typing import Any

import numpy
import torch

Setting = tuple[Callable[[], Any], Callable[[Any], object]]  # reads a setting, and makes it


def _make_settings() -> tuple[Setting, ...]:
    """Return the settings, with everything they need bound before a submission could replace it."""
    torch_options: Any = torch._tensor_str.PRINT_OPTS
    set_device, cpu = torch.set_default_device, torch.device("cpu")
    set_torch_options: Callable[..., object] = torch.set_printoptions
    set_numpy_options, set_errors = numpy.set_printoptions, numpy.seterr
    return (
        (torch.get_default_dtype, torch.set_default_dtype),
        (torch.get_default_device, lambda device: set_device(None if device == cpu else device)),
        (lambda: dict(vars(torch_options)), lambda options: set_torch_options(**options)),
        (numpy.get_printoptions, lambda options: set_numpy_options(**options)),
        (numpy.geterr, lambda errors: set_errors(**errors)),
        (sys.getrecursionlimit, sys.setrecursionlimit),
        (os.getcwd, os.chdir),
        (lambda: list(warnings.filters), _make_set_filters()),
    )


def _make_set_filters() -> Callable[[list[Any]], None]:
    reset = warnings.resetwarnings

    def set_filters(filters: list[Any]) -> None:
        reset()  # which also tells the warnings module that they change
        vars(warnings)["filters"] += filters

    return set_filters


def _make_set_for_everybody() -> Callable[[], None]:
    """Return `set_for_everybody`, with everything it needs bound before a submission could replace it."""
    seeds: tuple[Callable[[int], object], ...] = (random.seed, numpy.random.seed, torch.default_generator.manual_seed)
    set_grad, set_threads, threads = torch.set_grad_enabled, torch.set_num_threads, torch.get_num_threads
    in_inference_mode, inference_mode, modes = torch.is_inference_mode_enabled, torch.inference_mode, list[Any]()
    set_filters = _make_set_filters()

    def set_for_everybody() -> None:
        """Make the settings in which a submission has no say."""
        for seed in seeds:
            seed(0)
        if in_inference_mode():  # it was entered without `with`, and nothing but another mode ends it
            modes.append(inference_mode(False))  # a mode ends when nobody holds it
            modes[-1].__enter__()
        set_grad(True)
        if threads() != 1:
            set_threads(1)
        if any(action == "error" for action, *_ in warnings.filters):
            set_filters([one for one in warnings.filters if one[0] != "error"])

    return set_for_everybody


class GlobalSettings:
    """The settings as they are when this is made."""

    def __init__(self) -> None:
        self._kept: list[tuple[Setting, Any]] = []
        for setting in _SETTINGS:
            with contextlib.suppress(Exception):  # a folder that is gone, for example
                self._kept.append((setting, setting[0]()))

    def restore(self) -> None:
        """Make the settings again what they were, and make those that are the same for everybody."""
        for (read, make), kept in self._kept:
            with contextlib.suppress(Exception):
                if read() != kept:
                    make(kept)
        _set_for_everybody()


_SETTINGS = _make_settings()
_set_for_everybody = _make_set_for_everybody()
