"""The `draw` fixture: random cases that depend on the course seed and the check."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from torch import Tensor

T = TypeVar("T")
MOST_KEPT = 256
_kept: dict[tuple[str, str, object], Any] = {}


class Draw:
    """A source of cases for one check; the same seed and check draw the same cases on every machine."""

    def __init__(self, seed: str, check: str) -> None:
        self._names = seed, check
        digest = hashlib.sha256(f"{seed}\0{check}".encode()).digest()
        import torch

        self._torch = torch
        self._generator = torch.Generator().manual_seed(int.from_bytes(digest[:7], "big"))

    def once(self, make: Callable[[Draw], T]) -> T:
        """Return what the function `make` draws, made once for all submissions; nobody may change it.

        It draws from a source of its own, so later draws of the check are the same whether it was made before or not.
        """
        key = *self._names, make
        if key not in _kept:
            if len(_kept) == MOST_KEPT:
                _kept.clear()
            seed, check = self._names
            _kept[key] = make(Draw(seed, f"{check}/{make.__name__}"))
        return cast(T, _kept[key])

    def tensor(self, *shape: int) -> Tensor:
        """Return normal float32 values of either sign, contiguous, of the given shape."""
        return self._torch.randn(shape, generator=self._generator)

    def integer(self, low: int, high: int) -> int:
        """Return a whole number between `low` and `high`, both included."""
        return int(self._torch.randint(low, high + 1, (), generator=self._generator))

    def number(self) -> float:
        """Return one normal value as a Python float."""
        return float(self._torch.randn((), generator=self._generator))

    def shape(self, low: int, high: int) -> tuple[int, int]:
        """Return a (height, width) between `low` and `high`, both included, that is never square."""
        height = self.integer(low, high)
        width = self.integer(low, high - 1)
        return height, width + (width >= height)
