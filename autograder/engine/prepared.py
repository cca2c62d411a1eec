"""The parents in which a preparation has run: each is forked when it is first needed, and kept for the next worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder.engine.parent import Parent
from autograder.engine.probes import compiled_probe

if TYPE_CHECKING:
    from autograder.checks.student import Preparation

MOST_PREPARED = 4  # each holds some memory of its own


class Prepared:
    """What was forked from one parent, by what has run in it."""

    def __init__(self, root: Parent) -> None:
        self._root = root
        self._parents: dict[tuple[bytes, str, bytes], Parent] = {}

    def parent(self, before: Preparation) -> Parent:
        """Return the parent in which `before` has run; raise what `Parent.prepare` raises."""
        from autograder.worker.values import pack  # imports torch, for which no warm parent should wait

        function, args = before
        order = (compiled_probe(function), function.__name__, pack(args, 0))
        if order not in self._parents:
            if len(self._parents) == MOST_PREPARED:
                self.close()
            self._parents[order] = self._root.prepare(*order)
        return self._parents[order]

    def close(self) -> None:
        """Let them end; what is needed after this is forked anew."""
        while self._parents:
            self._parents.popitem()[1].close()
