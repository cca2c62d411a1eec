"""`check(thing)`, the cell that checks an exercise in a notebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .. import libraries, messages
from ..course import Assignment, Exercise, read_course
from ..language import in_language
from ..messages import fill
from ..model import State
from ..plain import plain_lines
from .show import check_within_limit, show_card


class NotPassed(Exception):
    """An exercise does not pass its public cases; Jupyter shows one line, and nbgrader counts an error."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def check_thing(thing: object, names: Mapping[str, object]) -> None:
    """Check the exercise that an object answers, and show the verdict; raise `NotPassed` unless it passes.

    `names` is the namespace of the notebook.
    """
    assignment, exercise = find_exercise(thing, names)
    libraries.import_for("\n".join(map(str, _cells(names))))
    verdict, shown = check_within_limit(assignment, exercise, {**names, exercise.name: thing})
    first, *more = plain_lines(verdict)
    plain = "\n".join(map(in_language, (first, *more)))
    if not show_card(shown, assignment, plain) and (more or verdict.state is State.passed):
        print(plain)  # noqa: T201
    if verdict.state is not State.passed:
        raise NotPassed(in_language(first))


def _cells(names: Mapping[str, object]) -> Sequence[object]:
    """Return the texts of the cells that have run in a notebook."""
    cells = names.get("In")
    return cells if isinstance(cells, Sequence) else ()


def find_exercise(thing: object, names: Mapping[str, object]) -> tuple[Assignment, Exercise]:
    """Return the exercise whose name an object has, or under whose name it stands in the namespace.

    Raises `NotPassed` where there is none.
    """
    known = {one.name: (assignment, one) for assignment in read_course().values() for one in assignment.exercises}
    own = getattr(thing, "__name__", None)
    held = [name for name in known if name in names and names[name] is thing]
    for name in (*held, own):
        if name in known:
            return known[name]
    raise NotPassed(in_language(fill(messages.NO_EXERCISE, names=", ".join(known))))
