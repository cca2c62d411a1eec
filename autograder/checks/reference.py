"""The `reference` fixture: the reference solution, asked as a student is asked, in float64."""

from __future__ import annotations

import functools
import importlib.util
import sys
from collections import defaultdict
from collections.abc import Callable
from inspect import isfunction, signature
from pathlib import Path
from types import ModuleType
from typing import Any

from autograder.checks.kinds import copied, size_of
from autograder.checks.relations.difference import Right
from autograder.worker.shared.pack import pack_strictly
from autograder.worker.shared.printed import printed_by
from autograder.worker.shared.values import NotPlain
from autograder.worker.shared.whole_program import program_output

MOST_BYTES = 64 << 20


class Reference:
    """The reference solution of one exercise, in the trusted process.

    Floating-point tensors and arrays among the arguments are copied to float64, so what it returns is more exact than
    any float32 answer. What it gave before for the same arguments is in `known`, and is copied, not computed again.
    """

    def __init__(self, exercise: str, module: ModuleType, known: KnownAnswers | None = None) -> None:
        self.exercise = exercise
        self._module = module
        self._known = KnownAnswers() if known is None else known

    def call(self, *args: object, **kwargs: object) -> Any:
        """Return what the reference's function or class of this exercise gives for its arguments."""
        answer = getattr(self._module, self.exercise)
        return self._known.answer((self.exercise, None), answer, args, kwargs)

    def prints(self, *args: object, stdin: str = "", **kwargs: object) -> str:
        """Return the text that a call of the reference prints when `stdin` is its standard input."""
        answer = getattr(self._module, self.exercise)
        return printed_by(lambda: answer(*map(in_double, args), **in_double(kwargs)), stdin)

    def program(self, stdin: str = "") -> str:
        """Return the text that the whole solution prints when it is run as a program with this standard input."""
        path = Path(str(self._module.__file__))
        return program_output([(path.read_text(encoding="utf-8"), str(path))], stdin, str(path.parent))

    @property
    def right(self) -> Right | None:
        """The reference's function of this exercise, for any arguments; None where the exercise is a class."""
        function = getattr(self._module, self.exercise)
        return Right(tuple(signature(function).parameters), self.call) if isfunction(function) else None

    def run(self, probe: Callable[..., Any], *args: object) -> Any:
        """Return what `probe` gives when it runs next to the reference."""
        return self._known.answer((self.exercise, probe), lambda *doubles: probe(self._module, *doubles), args)


class KnownAnswers:
    """What a solution gave for which arguments; it is full when all that it holds has `MOST_BYTES`."""

    def __init__(self) -> None:
        self._answers: dict[tuple[object, bytes], Any] = {}
        self._bytes = 0

    def answer(
        self,
        asked: object,
        compute: Callable[..., Any],
        args: tuple[object, ...],
        kwargs: dict[str, object] | None = None,
    ) -> Any:
        """Return a copy of what `compute` gives for its arguments in float64; `asked` says what is computed."""
        named = kwargs or {}
        try:
            key = (asked, pack_strictly((args, named) if named else args, MOST_BYTES))
        except NotPlain:
            return compute(*map(in_double, args), **in_double(named))
        if key not in self._answers:
            answer = compute(*map(in_double, args), **in_double(named))
            self._bytes += len(key[1]) + size_of(answer)
            if self._bytes > MOST_BYTES:
                return answer
            self._answers[key] = copied(answer)
        return copied(self._answers[key])


known_answers: defaultdict[Path, KnownAnswers] = defaultdict(KnownAnswers)  # of the solution in each file


def in_double(value: Any) -> Any:
    """Copy a value; floating-point numbers of tensors and arrays in it become float64."""
    return copied(value, double=True)


@functools.cache
def load_solution(path: Path) -> ModuleType:
    """Import a reference solution from its file, once."""
    spec = importlib.util.spec_from_file_location(f"solution_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)  # dataclasses look for it there
    spec.loader.exec_module(module)
    return module
