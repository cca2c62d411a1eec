"""The parents in which a preparation has run: each is forked when it is first needed, and kept for the next worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder.workers.control import Parent
from autograder.workers.probes import compiled_probe

if TYPE_CHECKING:
    from autograder.checks.loaded import Setup

MOST_TEMPLATES = 4  # each holds some memory of its own


class Templates:
    """What was forked from one parent, by what has run in it."""

    def __init__(self, root: Parent) -> None:
        self._root = root
        self._parents: dict[tuple[bytes, str, bytes], Parent] = {}

    def parent(self, setup: Setup) -> Parent:
        """Return the parent in which `setup` has run; raise what `Parent.prepare` raises."""
        from autograder.worker.shared.values import pack  # imports torch, for which no fork server should wait

        function, args = setup
        order = (compiled_probe(function), function.__name__, pack(args, 0))
        if order not in self._parents:
            if len(self._parents) == MOST_TEMPLATES:
                self.close()
            self._parents[order] = self._root.prepare(*order)
        return self._parents[order]

    def close(self) -> None:
        """Let them end; what is needed after this is forked anew."""
        while self._parents:
            self._parents.popitem()[1].close()
