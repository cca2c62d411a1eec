"""Classes with mistakes: right notebooks in which an answer is replaced by a known-wrong one or by an endless loop."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
from course import ASSIGNMENT, ROOT, cell_id, read_notebook

from autograder.course.load import load_course
from autograder.mistakes.catalogue import load_misconceptions

LOOP = "def {name}(*args):\n    while True:\n        pass\n"
LOOP_EVERY, WRONG_EVERY = 50, 2  # of a mixed class, the first of so many
Wrong = tuple[str, str]  # the name of an exercise and the source of an answer


def make_wrong(folder: Path) -> None:
    """Give each notebook of a class one known mistake, each another one."""
    mistakes = known_mistakes()
    _replace(folder, lambda _: next(mistakes))


def make_mixed(folder: Path) -> None:
    """Give half the notebooks of a class a known mistake, and one in fifty an endless loop."""
    mistakes = known_mistakes()

    def wrong(number: int) -> Wrong | None:
        if number % LOOP_EVERY == 1:
            return "receptive_field", LOOP.format(name="receptive_field")
        return next(mistakes) if number % WRONG_EVERY == 0 else None

    _replace(folder, wrong)


def known_mistakes() -> Iterator[Wrong]:
    """Yield known-wrong answers to the exercises, in an order of chance that is always the same."""
    course, chance = load_course(ROOT), random.Random(0)
    names = [exercise.name for exercise in course.assignments[ASSIGNMENT].exercises]
    mistakes = [(name, one.source) for name in names for one in load_misconceptions(course, name)]
    while True:
        yield chance.choice(mistakes)


def _replace(folder: Path, wrong: Callable[[int], Wrong | None]) -> None:
    """Replace one answer in each notebook for which `wrong` gives one; it is told the number of the notebook."""
    for number, path in enumerate(sorted(folder.glob("*/*/*.ipynb"))):
        if (answer := wrong(number)) is not None:
            notebook = read_notebook(path)
            (cell,) = (cell for cell in notebook.cells if cell_id(cell) == answer[0])
            cell.source = f"{answer[1]}\n# student {number}"
            nbformat.write(notebook, path)  # type: ignore[no-untyped-call]
