"""Which libraries that are slow to import a submission may use, told from the words in its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

# The fork server imports these when the first submission has one of the words: they take long, and make every fork
# slower. Importing them in the worker would use up the time of a check.
ON_DEMAND = {
    "torch._dynamo": (b"optim", b"compile", b"checkpoint", b"dynamo", b"torch.func", b"functorch", b"vmap"),
    "matplotlib.pyplot": (b"matplotlib", b"pylab", b"pyplot"),
}
PARTS_OF = {"torch._dynamo": "torch"}  # what only a course with this library may want


def wanted_by(texts: Iterable[bytes], libraries: Sequence[str]) -> set[str]:
    """Return which libraries of `ON_DEMAND` a submission may use, in a course with these libraries."""
    roots = {library.partition(".")[0] for library in libraries}
    possible = [name for name in ON_DEMAND if name not in PARTS_OF or PARTS_OF[name] in roots]
    words = [(name, word) for name in possible for word in ON_DEMAND[name]]
    return {name for text in texts for name, word in words if word in text}
