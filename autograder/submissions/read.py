"""Reading a hand-in into a submission, whether it is a `.py` file or a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from autograder.course.errors import NotGradable
from autograder.course.manifest import Limits
from autograder.course.text import Text
from autograder.submissions.contents import Contents, require_size
from autograder.submissions.decode import decode
from autograder.submissions.find import Handin

EMPTY = Text("文件是空的，没有代码。", "The file is empty: there is no code in it.")


@dataclass(frozen=True)
class Submission:
    """One student's files for one assignment.

    `cells` is the source to run: one text for a `.py` file, one per code cell for a notebook. `files` is the
    rest of the student's folder, by relative path.
    """

    student: str
    assignment: str
    notebook: bool
    cells: tuple[str, ...]
    files: dict[str, bytes]
    notes: tuple[Text, ...]


def read_submission(handin: Handin, limits: Limits, source: Path | None = None) -> Submission:
    """Read what was handed in; raise `NotGradable` with the reason when that is impossible.

    With `source`, the course's source notebook, a notebook whose cells were moved, copied or deleted is repaired.
    """
    handin = handin.loaded(limits)
    text, encoding_note = read_text(handin, limits)
    cells, repair_notes = _code(text, is_notebook(handin), source, limits.source_mb)
    require_size(cells, limits.source_mb)
    if not any(map(str.strip, cells)):
        raise NotGradable(EMPTY)
    notes = tuple(note for note in (handin.note, encoding_note, *repair_notes) if note)
    files = _readable_contents(handin, limits).files
    return Submission(handin.student, handin.assignment, is_notebook(handin), tuple(cells), files, notes)


def is_notebook(handin: Handin) -> bool:
    """Tell whether a hand-in is a notebook, by its name."""
    return handin.path is not None and handin.path.suffix == ".ipynb"


def read_text(handin: Handin, limits: Limits) -> tuple[str, Text | None]:
    """Return the text of a hand-in, and a note when it is not UTF-8; raise `NotGradable` when there is none."""
    return decode(_readable_contents(handin, limits).data)


def _readable_contents(handin: Handin, limits: Limits) -> Contents:
    contents = handin.loaded(limits).contents
    if handin.problem is not None or contents is None:
        raise NotGradable(handin.problem or EMPTY)
    if contents.problem is not None:
        raise NotGradable(contents.problem)
    return contents


def _code(text: str, notebook: bool, source: Path | None, megabytes: int) -> tuple[list[str], tuple[Text, ...]]:
    """Return the source of each cell to run, and notes on what was repaired."""
    if not notebook or not text.strip():
        return [text], ()
    # Imported here because it loads nbformat and IPython, which `.py` files do not need.
    from autograder.submissions.notebook_code import notebook_code

    return notebook_code(text, source, megabytes)
