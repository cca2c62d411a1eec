"""Run the checks of an exercise on its right variants from many random starts; print every failure, then the number of runs.

Usage: python tests/suites/random_starts.py EXERCISE FIRST LAST    # the seeds from FIRST to before LAST

A worker seeds all random generators the same way before each call, so that a submission always has the same result. Here
the checks run in this process, with other seeds each time. This measures how often a right answer would fail if its
initial values were really random.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import io
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import torch

from autograder.checks import Draw, Failed, Reference, Student
from autograder.checks.reference import load_solution
from autograder.course.layout import OWN_COURSE
from autograder.course.load import load_course

EXERCISES = {"learn_kernel": "image_convolution", "Conv2D": "image_convolution", "train_layer": "practice"}
COURSE = load_course(OWN_COURSE)


class InProcess:
    """A right variant that answers the checks in this process, without a worker."""

    def __init__(self, module: ModuleType, source: str) -> None:
        self._module = module
        self.cells = (source,)

    def ask_call(self, exercise: str, args: tuple[object, ...]) -> Any:
        return plain(getattr(self._module, exercise)(*args))

    def ask_probe(self, _exercise: str, probe: Callable[..., Any], args: tuple[object, ...], setup: object) -> Any:
        assert setup is None
        return plain(probe(self._module, *args))


def plain(value: Any) -> Any:
    """Return a value whose tensors have no graph, as a worker returns it."""
    if isinstance(value, torch.Tensor):
        return value.detach()
    return type(value)(map(plain, value)) if isinstance(value, (tuple, list)) else value


@functools.cache
def checks_of(exercise: str) -> list[Callable[..., None]]:
    """Return the checks of a suite, except those that need a setup in a worker."""
    suite = load_solution(COURSE.suites / EXERCISES[exercise] / f"test_{exercise}.py")
    tests = [value for name, value in vars(suite).items() if name.startswith("test_") and hasattr(value, "pytestmark")]
    return [test for test in tests if not any(mark.kwargs.get("needs_setup") for mark in test.pytestmark)]


def failures(exercise: str, student: Student, reference: Reference, seed: int) -> Iterator[str]:
    """Yield the message of each check that a right answer fails under `seed`."""
    for check in checks_of(exercise):
        torch.manual_seed(seed)
        known = {"student": student, "reference": reference, "draw": Draw(str(seed), check.__name__)}
        try:
            check(**{name: known[name] for name in inspect.signature(check).parameters})
        except Failed as failed:
            yield f"{check.__name__} under seed {seed}: {failed.message.en}"


def main() -> None:
    """Print the failures of every variant of an exercise, then how many times its suite was run."""
    torch.set_num_threads(1)
    exercise, (first, last) = sys.argv[1], map(int, sys.argv[2:])
    reference = Reference(exercise, load_solution(COURSE.solution(EXERCISES[exercise])))
    failed, runs = list[str](), 0
    with contextlib.redirect_stdout(io.StringIO()):  # the variants print what the lesson prints
        for path in sorted((COURSE.suites / "right" / exercise).glob("*.py")):
            student = Student(exercise, InProcess(load_solution(path), path.read_text(encoding="utf-8")), public=True)
            for seed in range(first, last):
                failed += [f"{path.stem}: {text}" for text in failures(exercise, student, reference, seed)]
                runs += 1
    print("\n".join([*failed, f"{runs} runs"]))


if __name__ == "__main__":
    main()
