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
# Imported before the second worker, for they take long. Only a submission with one of the words needs its library at
# once: imported in the worker, it would be paid out of the time of a check.
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
    gc.collect()
    gc.freeze()
