"""The libraries of a course with their parts, and which slow ones a submission may use, told from words in its text."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence

PARTS = {  # which the import of a library leaves out, and which every worker or shard would import for itself
    "numpy": ("numpy.lib.stride_tricks", "numpy.ma", "numpy.random"),
    "torch": ("torch.optim",),
}

# The fork server imports these when the first submission has one of the words: they take long, and make every fork
# slower. Importing them in the worker would use up the time of a check.
ON_DEMAND = {
    "torch._dynamo": (b"optim", b"compile", b"checkpoint", b"dynamo", b"torch.func", b"functorch", b"vmap"),
    "matplotlib.pyplot": (b"matplotlib", b"pylab", b"pyplot"),
}
LIBRARY_OF = {"torch._dynamo": "torch"}  # what only a course with this library may want


def wanted_by(texts: Iterable[bytes], libraries: Sequence[str]) -> set[str]:
    """Return which libraries of `ON_DEMAND` a submission may use, in a course with these libraries."""
    roots = {library.partition(".")[0] for library in libraries}
    possible = [name for name in ON_DEMAND if name not in LIBRARY_OF or LIBRARY_OF[name] in roots]
    words = [(name, word) for name in possible for word in ON_DEMAND[name]]
    return {name for text in texts for name, word in words if word in text}


def import_with_parts(libraries: Iterable[str]) -> None:
    """Import libraries with their parts; raise `ImportError` for one that is not there."""
    for library in libraries:
        for name in PARTS.get(library, (library,)):
            importlib.import_module(name)
