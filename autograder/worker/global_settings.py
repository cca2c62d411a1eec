"""The global settings of Python and its libraries: before each request they are what the submission made them.

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

from .library_settings import Setting, loaded_settings


def _make_set_filters() -> Callable[[list[Any]], None]:
    """Return what sets the filters of warnings, bound before a submission could replace it."""
    reset = warnings.resetwarnings

    def set_filters(filters: list[Any]) -> None:
        reset()  # which also tells the warnings module that they change
        vars(warnings)["filters"] += filters

    return set_filters


_seed, _set_filters = random.seed, _make_set_filters()
_SETTINGS: tuple[Setting, ...] = (
    (sys.getrecursionlimit, sys.setrecursionlimit),
    (os.getcwd, os.chdir),
    (lambda: list(warnings.filters), _set_filters),
)


def _set_for_everybody() -> None:
    """Make the settings in which a submission has no say."""
    _seed(0)
    for library in loaded_settings():
        library.set_for_everybody()
    if any(action == "error" for action, *_ in warnings.filters):
        _set_filters([one for one in warnings.filters if one[0] != "error"])


class GlobalSettings:
    """The settings as they are when this is made."""

    def __init__(self) -> None:
        self._kept: list[tuple[Setting, Any]] = []
        of_libraries = (setting for library in loaded_settings() for setting in library.settings)
        for setting in (*of_libraries, *_SETTINGS):
            with contextlib.suppress(Exception):  # a folder that is gone, for example
                self._kept.append((setting, setting[0]()))

    def restore(self) -> None:
        """Make the settings again what they were, and make those that are the same for everybody."""
        for (read, make), kept in self._kept:
            with contextlib.suppress(Exception):
                if read() != kept:
                    make(kept)
        _set_for_everybody()
