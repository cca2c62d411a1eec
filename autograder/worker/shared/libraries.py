"""Which libraries that are slow to import a submission may use, told from the words in its text."""

from __future__ import annotations

from collections.abc import Iterable

# The fork server imports these when the first submission has one of the words: they take long, and make every fork
# slower. Importing them in the worker would use up the time of a check.
ON_DEMAND = {
    "torch._dynamo": (b"optim", b"compile", b"checkpoint", b"dynamo", b"torch.func", b"functorch", b"vmap"),
    "matplotlib.pyplot": (b"matplotlib", b"pylab", b"pyplot"),
}


def wanted_by(texts: Iterable[bytes]) -> set[str]:
    """Return which libraries of `ON_DEMAND` a submission may use."""
    words = [(name, word) for name, words in ON_DEMAND.items() for word in words]
    return {name for text in texts for name, word in words if word in text}
