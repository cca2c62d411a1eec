"""A replacement for `d2l.torch`: the names of torch work, and everything else (plots, timers) does nothing."""

from __future__ import annotations

import numpy as np  # noqa: F401 - submissions reach it as `d2l.np`
import torch
from torch import nn  # noqa: F401 - submissions reach it as `d2l.nn`


class Ignored:
    """An object that accepts any call and has any attribute, so that a line that plots raises no error."""

    def __call__(self, *_args: object, **_options: object) -> Ignored:
        """Return itself."""
        return self

    def __getattr__(self, name: str) -> Ignored:
        """Return itself."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self


def __getattr__(name: str) -> object:
    if name.startswith("__"):
        raise AttributeError(name)
    return getattr(torch, name, Ignored())
