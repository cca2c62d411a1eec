"""What the fork server imports and does once, so that its workers need not do it."""

from __future__ import annotations

import contextlib
import gc
import importlib
import sys
import threading
from collections.abc import Iterable

from .shared.libraries import import_with_parts

PRELOADED = ("collections", "itertools", "functools", "dataclasses")
JOIN_SECONDS = 10


def import_libraries(names: Iterable[str]) -> None:
    """Import libraries with their parts; raise `ImportError` for one that is not there."""
    import_with_parts(names)
    make_ready_to_fork()


def import_where_there(names: Iterable[str]) -> None:
    """Import those of some libraries that are there."""
    for name in names:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    make_ready_to_fork()


def make_ready_to_fork() -> None:
    """Leave this process with one thread, and its objects out of the garbage collector's way."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join(JOIN_SECONDS)  # an import may have started a helper, matplotlib's font timer for one
    freeze()


def warm_up() -> None:
    """Do what submissions do: libraries do some work at a first call, and every worker inherits it done."""
    import ast

    if "torch" in sys.modules:
        find_out_about_processor()
        train()
    compile(ast.parse("class A:\n    def f(self, x=1):\n        return [x for x in range(x)]\n"), "<warm-up>", "exec")
    freeze()


def find_out_about_processor() -> None:
    """Let torch do what numbers of 16 bits need once: it reads a file that no worker can read."""
    import torch

    torch.ones(1).half()


def train() -> None:
    """Train a layer with torch, and use what other layers are made of."""
    import torch
    from torch import nn

    with torch.random.fork_rng(devices=[]):
        layer, rows = nn.Linear(3, 2), torch.ones(4, 3)
        for _ in range(2):
            torch.autograd.backward((layer(rows) - rows[:, 1:]).square().sum())
            layer.weight.data[:] -= 0.1 * layer.weight
        values, weight, output = torch.rand(4, 5), nn.Parameter(torch.rand(2, 3)), torch.zeros(3, 3)
        output[0, 0] = (values[:2, :3] * weight).sum()
        torch.autograd.backward(output.sum())


def freeze() -> None:
    """Take all objects out of the garbage collector's way: in a worker it would touch, and so copy, their memory."""
    gc.collect()
    gc.freeze()
