"""What the warm parent imports, so that a worker costs a fork and not an import. Both sides use this file."""

from __future__ import annotations

import gc
import importlib
import threading
from collections.abc import Iterable

FIRST = (
    "torch.optim",
    "numpy.lib.stride_tricks",
    "collections",
    "itertools",
    "functools",
    "dataclasses",
)
# Imported when the first submission has one of the words, for they take long and make every fork dearer. Imported in
# the worker they would be paid out of the time of a check.
LATER = {
    "torch._dynamo": (b"optim", b"compile", b"checkpoint", b"dynamo"),
    "matplotlib.pyplot": (b"matplotlib", b"pylab", b"pyplot"),
}
JOIN_SECONDS = 10


def wanted_by(texts: Iterable[bytes]) -> set[str]:
    """Return which libraries of `LATER` a submission may use."""
    words = [(name, word) for name, words in LATER.items() for word in words]
    return {name for text in texts for name, word in words if word in text}


def load(names: Iterable[str]) -> None:
    """Import libraries, and leave this process with one thread and nothing for a child's collector to touch."""
    for name in names:
        importlib.import_module(name)
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join(JOIN_SECONDS)  # an import may have started a helper, matplotlib's font timer for one
    freeze()


def rehearse() -> None:
    """Do what submissions do, so that what happens at the first call only happens here and not in every worker."""
    from torch import nn, ones, random

    with random.fork_rng(devices=[]):
        layer, images = nn.Conv2d(1, 1, (2, 2)), ones(1, 1, 4, 5)
        for _ in range(2):
            (layer(images) - images[:, :, 1:, 1:]).square().sum().backward()
        nn.Linear(4, 2)(images.reshape(5, 4)).backward(ones(5, 2))
    freeze()


def freeze() -> None:
    """Leave nothing for a child's collector to touch."""
    gc.collect()
    gc.freeze()
