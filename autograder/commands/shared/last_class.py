"""The results of the class that was graded last, and a line on what else lies in their folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autograder.commands.shared.screen import first_few, plain, stderr
from autograder.results.last_run import LastRun, read_last_run
from autograder.results.model import Result


def results_of_class(folder: Path) -> list[Result]:
    """Return the results of the class that was graded last, and name on the screen what else there is or is missing."""
    last = read_last_run(folder)
    show_left_out(last, folder)
    if last.missing:
        what = f"{_count(last.missing)} of the last run missing: {_names(last.missing)}"
        stderr.print(f"{what}. Run `autograder grade` again with --resume.", highlight=False)
    return last.results


def show_left_out(last: LastRun, folder: Path) -> None:
    """Name on the screen the results of earlier runs, which are no part of the class."""
    if last.others:
        what = f"{_count(last.others)} of earlier runs left out: {_names(last.others)}"
        where = f"They stay in {plain(str(folder))}, and the last run did not grade them"
        stderr.print(f"{what}. {where}; give each class an --out of its own.", highlight=False)


def _count(paths: Sequence[Path]) -> str:
    return "1 result" if len(paths) == 1 else f"{len(paths)} results"


def _names(paths: Sequence[Path]) -> str:
    return first_few([plain(f"{path.parent.name}/{path.stem}") for path in paths])
