"""Reading a hand-in into a submission, whether it is a `.py` file or a notebook."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from autograder.course.errors import NotGradable
from autograder.course.manifest import Limits
from autograder.course.text import Text
from autograder.submissions.contents import Contents, is_notebook_file, require_size
from autograder.submissions.decode import decode
from autograder.submissions.handin import Handin
from autograder.submissions.recover import LeftOut, recover

EMPTY = Text("文件是空的，没有代码。", "The file is empty: there is no code in it.")


@dataclass(frozen=True)
class Submission:
    """One student's files for one assignment.

    `cells` is the source to run: one text for a `.py` file, one per code cell for a notebook. `files` is the
    rest of the student's folder, by relative path, and `course_files` is what the course puts there. `unparsed` says of
    names whose definition does not parse why.
    """

    student: str
    assignment: str
    notebook: bool
    cells: tuple[str, ...]
    files: dict[str, bytes]
    notes: tuple[Text, ...]
    unparsed: dict[str, Text] = field(default_factory=dict)
    course_files: dict[str, bytes] = field(default_factory=dict)


def read_submission(handin: Handin, limits: Limits, source: Path | None = None) -> Submission:
    """Read what was handed in; raise `NotGradable` with the reason when that is impossible.

    With `source`, the course's source notebook, a notebook whose cells were moved, copied or deleted is repaired.
    """
    handin = handin.loaded(limits)
    text, encoding_note = read_text(handin, limits)
    cells, repair_notes, left_out = _code(text, is_notebook(handin), source, limits.source_mb)
    require_size(cells, limits.source_mb)
    if not any(map(str.strip, cells)):
        raise NotGradable(EMPTY)
    notes = tuple(note for note in (handin.note, encoding_note, *repair_notes) if note)
    unparsed = {part.name: part.reason() for part in left_out if part.name}
    files = _readable_contents(handin, limits).files
    return Submission(handin.student, handin.assignment, is_notebook(handin), tuple(cells), files, notes, unparsed)


def is_notebook(handin: Handin) -> bool:
    """Tell whether a hand-in is a notebook, by its name."""
    return handin.path is not None and is_notebook_file(handin.path)


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


Code = tuple[list[str], tuple[Text, ...], tuple[LeftOut, ...]]


def _code(text: str, notebook: bool, source: Path | None, megabytes: int) -> Code:
    """Return the source of each cell to run, notes on what was repaired, and what of a `.py` file was left out."""
    if not text.strip():
        return [text], (), ()
    if not notebook:
        recovered = recover(text)
        return [recovered.source], tuple(part.note() for part in recovered.left_out), recovered.left_out
    # Imported here because it loads nbformat and IPython, which `.py` files do not need.
    from autograder.submissions.notebook_code import notebook_code

    return *notebook_code(text, source, megabytes), ()
