"""Which of the course's own cells in a notebook (figures, helpers of examples) the student's code does not use.

Running these cells costs more than the checks do, and nobody sees what they show. A cell the student changed is the
student's, and always runs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from autograder.submissions.global_names import names_of

READS_ANY_NAME = {"eval", "exec", "globals", "locals", "vars"}


def unused_cells(cells: Sequence[str], course_code: Collection[str]) -> set[int]:
    """Return the index of every cell that is in `course_code` and binds no name that a cell to be run reads."""
    unused = {index: names_of(cell) for index, cell in enumerate(cells) if cell in course_code}
    read = {name for index, cell in enumerate(cells) if index not in unused for name in names_of(cell).read}
    if read & READS_ANY_NAME:
        return set()
    while needed := [index for index, names in unused.items() if names.bound & read]:
        for index in needed:
            read |= unused.pop(index).read
    return set(unused)
