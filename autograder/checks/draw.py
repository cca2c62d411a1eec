"""The `draw` fixture: random cases that depend on the course seed and the check."""

from __future__ import annotations

import functools
import hashlib
import random
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from autograder.checks.examples import example_of

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy
    from numpy.typing import NDArray
    from torch import Generator, Tensor

T = TypeVar("T")
MOST_KEPT = 256
_kept: dict[tuple[str, str, object], Any] = {}


class Draw:
    """A source of cases for one check; the same seed and check draw the same cases on every machine.

    With `with_torch` the generator of torch draws whole numbers too; without it only `tensor` imports torch.
    """

    def __init__(self, seed: str, check: str, with_torch: bool = True) -> None:
        self._names = seed, check
        self._with_torch = with_torch
        digest = hashlib.sha256(f"{seed}\0{check}".encode()).digest()
        self._number = int.from_bytes(digest[:7], "big")
        self._random = random.Random(digest)
        self._examples = 0

    def once(self, make: Callable[[Draw], T]) -> T:
        """Return what the function `make` draws, made once for all submissions; nobody may change it.

        It draws from a source of its own, so later draws of the check are the same whether it was made before or not.
        """
        key = *self._names, make
        if key not in _kept:
            if len(_kept) == MOST_KEPT:
                _kept.clear()
            seed, check = self._names
            _kept[key] = make(Draw(seed, f"{check}/{make.__name__}", self._with_torch))
        return cast(T, _kept[key])

    def tensor(self, *shape: int) -> Tensor:
        """Return normal float32 values of either sign, contiguous, of the given shape."""
        import torch

        return torch.randn(shape, generator=self._generator)

    def array(self, *shape: int, dtype: str = "float64") -> NDArray[Any]:
        """Return normal values of either sign as a NumPy array of the given shape, rounded for a dtype of integers.

        Whole numbers are between -99 and 99.
        """
        import numpy

        generator = numpy.random.default_rng(self._random.getrandbits(64))
        if numpy.issubdtype(dtype, numpy.integer):
            return generator.integers(-99, 99, shape, dtype=numpy.int64, endpoint=True).astype(dtype)
        return generator.standard_normal(shape).astype(dtype)

    def integer(self, low: int, high: int) -> int:
        """Return a whole number between `low` and `high`, both included."""
        if not self._with_torch:
            return self._random.randint(low, high)
        import torch

        return int(torch.randint(low, high + 1, (), generator=self._generator))

    def integers(self, low: int, high: int, count: int) -> list[int]:
        """Return so many whole numbers between `low` and `high`, both included."""
        return [self._random.randint(low, high) for _ in range(count)]

    def number(self) -> float:
        """Return one normal value as a Python float."""
        if not self._with_torch:
            return self._random.gauss(0, 1)
        import torch

        return float(torch.randn((), generator=self._generator))

    def reals(self, count: int, low: float = -1.0, high: float = 1.0) -> list[float]:
        """Return so many numbers between `low` and `high`."""
        return [self._random.uniform(low, high) for _ in range(count)]

    def shape(self, low: int, high: int) -> tuple[int, int]:
        """Return a (height, width) between `low` and `high`, both included, that is never square."""
        height = self.integer(low, high)
        width = self.integer(low, high - 1)
        return height, width + (width >= height)

    def choice(self, options: Sequence[T]) -> T:
        """Return one of some options."""
        return self._random.choice(options)

    def permutation(self, items: int | Sequence[T]) -> list[T] | list[int]:
        """Return the items, or the numbers from 0 up to one less than `items`, in a random order."""
        order: list[Any] = list(range(items)) if isinstance(items, int) else list(items)
        self._random.shuffle(order)
        return order

    def text(self, length: int, alphabet: str = "abcdefghijklmnopqrstuvwxyz") -> str:
        """Return a text of so many characters of an alphabet."""
        return "".join(self._random.choices(alphabet, k=length))

    def example(self, strategy: SearchStrategy[T]) -> T:
        """Return an example of a Hypothesis strategy; one version of Hypothesis gives the same one for a seed.

        Raises `GraderError` where Hypothesis is not installed or the strategy has no example.
        """
        self._examples += 1
        return example_of(strategy, self._number + self._examples)

    @functools.cached_property
    def _generator(self) -> Generator:
        import torch

        return torch.Generator().manual_seed(self._number)
