"""The layouts in the order in which they are asked whose work an entry of a class is: the stricter name comes first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from autograder.submissions.layouts import canvas, classroom50, gradescope, moodle, patterns, student_folders
from autograder.submissions.layouts.entry import Around, Entry, Work, Works

PLATFORMS = (gradescope.works, moodle.works, classroom50.works, canvas.works, patterns.works)
LAYOUTS: Sequence[Callable[[Entry, Around], Works]] = (*PLATFORMS, student_folders.works)


def recognise(entry: Entry, around: Around) -> Sequence[Work]:
    """Return the works that the first layout which understands an entry makes of it; none if no layout does."""
    return next(filter(None, (works(entry, around) for works in LAYOUTS)), [])


def is_named_by_a_platform(entry: Entry, around: Around) -> bool:
    """Tell whether another layout than that of folders named after students understands an entry."""
    return any(works(entry, around) for works in PLATFORMS)
