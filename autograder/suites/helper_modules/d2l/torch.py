"""A replacement for `d2l.torch`: what the book's first chapters use works, and everything else does nothing.

Other names are those of torch (`d2l.ones`, `d2l.matmul`), or stand for something that accepts whatever is done with it.
"""

from __future__ import annotations

import collections  # noqa: F401 - submissions reach this and other modules as `d2l.collections` and so on
import inspect  # noqa: F401
import math  # noqa: F401
import os  # noqa: F401
import random  # noqa: F401
import re  # noqa: F401
import sys
import time  # noqa: F401
from typing import Any

import numpy as np  # noqa: F401
import torch
from torch import nn  # noqa: F401
from torch.nn import functional as F  # noqa: F401, N812 - the book's name

from .data import *  # noqa: F403 - the names of this module are those of its parts
from .ignored import Ignored
from .loops import *  # noqa: F403
from .models import *  # noqa: F403
from .objects import *  # noqa: F403
from .plots import *  # noqa: F403
from .tensors import *  # noqa: F403
from .training import *  # noqa: F403

NO_CORR2D = "corr2d 要在这个文件里自己写。 / There is no corr2d in this file yet: it is for you to write."


def __getattr__(name: str) -> object:
    if name.startswith("__"):
        raise AttributeError(name)
    return _corr2d_of_the_caller() if name == "corr2d" else getattr(torch, name, Ignored())


def _corr2d_of_the_caller() -> object:
    """Return the `corr2d` that is in the submission, given or its own, for none is kept here that it could copy."""
    frame: Any = sys._getframe(1)
    while frame is not None:
        if callable(found := frame.f_globals.get("corr2d")):
            return found
        frame = frame.f_back
    return _missing_corr2d


def _missing_corr2d(*_args: object, **_options: object) -> object:
    raise NotImplementedError(NO_CORR2D)
