"""Run every hidden check against replies that no honest worker gives; print each fault, then the number of checks.

Usage: python tests/fuzz/replies.py SEED ROUNDS

A reply is what the reference would give with a part of it replaced, or anything else that a submission could send
once it controls its worker. A check may fail at any of them; it must not raise anything else.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy
import torch
from torch import Tensor

from autograder.checks.reference import load_solution
from autograder.course.load import load_course
from autograder.course.manifest import Assignment
from autograder.grading.collect import collect_checks
from autograder.grading.run_exercises import run_exercises
from autograder.mistakes.hints import with_hints
from autograder.worker.shared.pack import pack
from autograder.worker.shared.unpack import unpack
from autograder.worker.shared.values import Foreign, NamedTuple, Raised, Record, raised

COURSE = load_course(Path(__file__))
REPLY_BYTES = 1 << 20
DTYPES = (
    *(torch.float32, torch.float64, torch.float16, torch.bfloat16, torch.int64, torch.int16, torch.bool),
    *(torch.uint8, torch.uint16, torch.uint32, torch.uint64),
)
SHAPES = ((), (0,), (1,), (2,), (64,), (1, 2), (2, 3), (3, 3), (5, 5), (6, 8), (3, 0, 2), (1, 1, 3, 3), (1,) * 7)
LEAVES = (
    *(None, True, False, 0, -3, 2**63, 10**300, -(10**400), 1.5, 1e308, float("nan"), float("inf"), -float("inf")),
    *("", "x", "\ud83d", "\x1b[2J", "x" * 9999, b"x", [], (), {}, {"\ud83d": []}, [[[[[[]]]]]]),
    *({1: 2, (3, "x"): []}, {1, 2}, frozenset("x"), 2j, Fraction(1, 3), Decimal("1E9999"), Decimal("NaN")),
    *(Record("Point", {"x": 1}), NamedTuple("Point", ("x", "y"), (1, 2.5)), NamedTuple("E", (), ())),
    *(numpy.zeros((2, 3)), numpy.arange(3), numpy.array(["x"]), numpy.array(["NaT"], "M8[D]"), numpy.array(1.5)),
    *(numpy.int64(3), numpy.float32("nan"), numpy.bool_(True), numpy.zeros(2, "i4,U3"), numpy.ones(2) * 2j),
    *(Foreign("torch.Tensor (complex64, (2,), cpu)"), Foreign("numpy.ndarray"), Foreign("no.such")),
    *(Raised(("ValueError", "Exception"), "ValueError", "", None, 3), Raised((), "", "", 1, None)),
)


class Liar:
    """A loaded submission whose replies are made up."""

    def __init__(self, assignment: Assignment, chance: random.Random) -> None:
        self.names = {exercise.name: "callable" for exercise in assignment.exercises}
        self.notes: list[Raised] = []
        self.cells = ("",)
        self._module = load_solution(COURSE.solution(assignment.name))
        self._chance = chance

    def begin_check(self, exercise: str, public: bool = False) -> None:
        """Take no time."""

    def ask_call(self, exercise: str, args: tuple[object, ...], kwargs: dict[str, object]) -> Any:
        return self._reply(lambda: getattr(self._module, exercise)(*args, **kwargs))

    def ask_probe(
        self, _exercise: str, probe: Callable[..., Any], args: tuple[object, ...], setup: object = None
    ) -> Any:
        if setup is not None:  # a setup would change this process for good
            return self._reply(lambda: probe_without_setup(probe, self._module, args))
        return self._reply(lambda: probe(self._module, *args))

    def _reply(self, honest: Callable[[], Any]) -> Any:
        known = as_sent(honest) if self._chance.random() < 0.7 else None
        if self._chance.random() < 0.2:
            return unpack(pack(retyped(known, self._chance.choice(DTYPES)), REPLY_BYTES))
        return unpack(pack(self._changed(known), REPLY_BYTES))

    def _changed(self, value: Any) -> Any:
        """Return a value with a part of it replaced, or as it is."""
        if isinstance(value, (tuple, list)) and value and self._chance.random() < 0.75:
            place = self._chance.randrange(len(value))
            return (tuple if isinstance(value, tuple) else list)(
                self._changed(item) if at == place else item for at, item in enumerate(value)
            )
        others = [lambda: value, self._anything]
        if isinstance(value, Tensor):
            others += [value.flatten, lambda: value * 1e30, lambda: value[None]]
            others += [lambda: value.to(self._chance.choice(DTYPES)), value.tolist]
        if isinstance(value, (tuple, list)):
            others += [lambda: list(value), lambda: tuple(value), lambda: value[:-1], lambda: value + value]
        return self._chance.choice(others)()

    def _anything(self, depth: int = 0) -> Any:
        kind = self._chance.random()
        if kind < 0.4:
            values = torch.randn(self._chance.choice(SHAPES)) * self._chance.choice((1, 0, 1e30, float("nan")))
            return values.to(self._chance.choice(DTYPES))
        if kind < 0.6 or depth == 3:
            return self._chance.choice(LEAVES)
        items = [self._anything(depth + 1) for _ in range(self._chance.randrange(5))]
        return self._chance.choice(
            (list, tuple, lambda found: {str(number): item for number, item in enumerate(found)})
        )(items)


def probe_without_setup(probe: Callable[..., Any], module: Any, args: tuple[object, ...]) -> Any:
    """Return what a probe gives that expects a list from its setup, or nothing where it expects something else."""
    try:
        return probe(module, [], *args)
    except Exception:
        return None, []


def retyped(value: Any, dtype: torch.dtype) -> Any:
    """Return a value with every tensor in it of another dtype."""
    if isinstance(value, Tensor):
        return value.to(dtype)
    return type(value)(retyped(item, dtype) for item in value) if isinstance(value, (tuple, list)) else value


def as_sent(honest: Callable[[], Any]) -> Any:
    """Return what a worker would send."""
    try:
        return unpack(pack(honest(), REPLY_BYTES))
    except ValueError as error:  # some checks ask for one
        return raised(error)


def main() -> None:
    """Lie to all checks, round by round."""
    seed, rounds = map(int, sys.argv[1:])
    chance, count = random.Random(seed), 0
    torch.manual_seed(seed)
    with collect_checks(COURSE, list(COURSE.assignments.values()), "seed") as checks:
        for assignment in [*COURSE.assignments.values()] * rounds:
            for run in run_exercises(checks, assignment, assignment.exercises, Liar(assignment, chance)):
                print("".join(check.fault for check in run.checks), end="")
                with_hints(run, ("",))
                count += len(run.checks)
    print(f"{count} checks")


if __name__ == "__main__":
    main()
