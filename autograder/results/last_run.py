"""The results of the last run in a folder: those that its `run.json` lists, whatever else lies beside them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from autograder.course.errors import UsageError
from autograder.results.files import result_path
from autograder.results.model import Result
from autograder.results.reader import read_results, require_result
from autograder.results.run import Run, read_run

ADVICE = "Grade again, or remove it to take every result in the folder."


class LastRun(NamedTuple):
    """The results of the last run, the files of other runs beside them, and those that the run has yet to write."""

    results: list[Result]
    others: list[Path]
    missing: list[Path]


def read_last_run(folder: Path) -> LastRun:
    """Return the results of the last run in a folder, all where no run lists its own.

    Raises `UsageError` where there are none.
    """
    run = read_run(folder, ADVICE)
    if run is None or run.results is None:
        return LastRun(read_results(folder), [], [])
    listed, found = _listed(folder, run), set(folder.glob("*/*.json"))
    if not listed & found:
        raise UsageError(f"{folder} holds no results of the last run in it. Grade the class again.")
    results = [require_result(path) for path in sorted(listed & found)]
    return LastRun(results, sorted(found - listed), sorted(listed - found))


def _listed(folder: Path, run: Run) -> set[Path]:
    """Return the paths of the results that a run lists."""
    pairs = (run.results or {}).items()
    return {result_path(folder, student, assignment) for assignment, students in pairs for student in students}
