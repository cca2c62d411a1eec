"""Run the checks of an exercise on its right variants from many random starts; print every failure, then the number of runs.

Usage: python tests/suites/random_starts.py EXERCISE FIRST LAST    # the seeds from FIRST to before LAST

A worker seeds all random generators the same way before each call, so that a submission always has the same result. Here
the checks run in this process, with other seeds each time. This measures how often a right answer would fail if its
initial values were really random. The probe of `learn_kernel` seeds the generators itself: there only what a check draws
is different each time.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import torch

from autograder.checks import Draw, Failed, Reference, Student
from autograder.checks.reference import load_solution
from autograder.course.load import load_course
from autograder.suites.image_convolution.learning import learn_each
from autograder.worker.serve import in_default_dtype
from autograder.worker.shared.pack import pack_strictly
from autograder.worker.shared.unpack import unpack
from autograder.worker.shared.wire import REQUEST_BYTES

EXERCISES = {"learn_kernel": "image_convolution", "Conv2D": "image_convolution", "train_layer": "practice"}
COURSE = load_course(Path(__file__))
MOST_KEPT = 8  # replies of a variant: only those to fixed problems are asked for again


class InProcess:
    """A right variant that answers the checks in this process, without a worker, under its own default dtype."""

    def __init__(self, path: Path) -> None:
        with restored_default_dtype():
            self._module = load_solution(path)
            self._dtype = torch.get_default_dtype()
        self.cells = (path.read_text(encoding="utf-8"),)
        self._learn = functools.lru_cache(MOST_KEPT)(self._learn_anew)

    def ask_call(self, exercise: str, args: tuple[object, ...], kwargs: dict[str, object]) -> Any:
        return self._answer(functools.partial(getattr(self._module, exercise), **kwargs), args)

    def ask_probe(self, _exercise: str, probe: Callable[..., Any], args: tuple[object, ...], setup: object) -> Any:
        assert setup is None
        if probe is learn_each:  # it seeds the generators itself, so the same request has the same reply
            return self._learn(pack_strictly(args, REQUEST_BYTES))
        return self._answer(functools.partial(probe, self._module), args)

    def _learn_anew(self, args: bytes) -> Any:
        return self._answer(functools.partial(learn_each, self._module), unpack(args))

    def _answer(self, asked: Callable[..., Any], args: tuple[object, ...]) -> Any:
        with restored_default_dtype():
            torch.set_default_dtype(self._dtype)
            return plain(asked(*in_default_dtype(args)))


@contextlib.contextmanager
def restored_default_dtype() -> Iterator[None]:
    """Undo what a variant sets: it holds for no other variant, nor for the checks."""
    dtype = torch.get_default_dtype()
    try:
        yield
    finally:
        torch.set_default_dtype(dtype)


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


def failures(exercise: str, variant: InProcess, reference: Reference, seed: int) -> Iterator[str]:
    """Yield the message of each check that a right answer fails under `seed`."""
    shared: dict[object, Any] = {}
    for check in checks_of(exercise):
        torch.manual_seed(seed)
        student = Student(exercise, variant, is_public(check), shared)
        known = {"student": student, "reference": reference, "draw": Draw(str(seed), check.__name__)}
        try:
            check(**{name: known[name] for name in inspect.signature(check).parameters})
        except Failed as failed:
            yield f"{check.__name__} under seed {seed}: {failed.message.en}"


def is_public(check: Any) -> bool:
    """Tell whether a check is marked as public, so that it shares no reply with others."""
    return any(mark.kwargs.get("public") for mark in check.pytestmark)


def main() -> None:
    """Print the failures of every variant of an exercise, then how many times its suite was run."""
    torch.set_num_threads(1)
    exercise, (first, last) = sys.argv[1], map(int, sys.argv[2:])
    checks_of(exercise)  # imported before the variants
    reference = Reference(exercise, load_solution(COURSE.solution(EXERCISES[exercise])))
    variants = {path.stem: InProcess(path) for path in sorted((COURSE.suites / "right" / exercise).glob("*.py"))}
    failed, runs = list[str](), 0
    with contextlib.redirect_stdout(io.StringIO()):  # the variants print what the lesson prints
        for seed in range(first, last):  # all variants under a seed: they share what is drawn and worked out for it
            for name, variant in variants.items():
                failed += [f"{name}: {text}" for text in failures(exercise, variant, reference, seed)]
                runs += 1
    print("\n".join([*failed, f"{runs} runs"]))


if __name__ == "__main__":
    main()
