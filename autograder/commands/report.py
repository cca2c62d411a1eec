"""`autograder report`: the class on one page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.commands.shared.class_files import RosterFile, opened_class, require_class
from autograder.commands.shared.last_class import results_of_class
from autograder.course.errors import UsageError
from autograder.course.load import load_course

if TYPE_CHECKING:
    from autograder.course.manifest import Course
    from autograder.report.class_results import Codes

EXAMPLE = "Example: autograder report results --out report.html --against results-last-week"


def report(
    results: Annotated[Path, typer.Argument(help="A folder that `autograder grade` wrote.")],
    out: Annotated[Path, typer.Option(help="The page to write.")] = Path("report.html"),
    against: Annotated[
        Path | None, typer.Option(help="The results of an earlier run: say whose score moved, and why.")
    ] = None,
    submissions: Annotated[
        Path | None, typer.Option(help="What was graded: say whose code is more alike than chance explains.")
    ] = None,
    roster: RosterFile = None,
) -> None:
    """Write one page on the whole class: who needs a look, and what the class got wrong. / 生成班级报告。

    The page holds the names and scores of the class; it needs no network and can be opened from any folder.
    """
    from autograder.report.class_results import ClassResults  # here, for these are slow
    from autograder.report.write import report_page

    course = load_course(Path.cwd())
    earlier = results_of_class(against) if against else []
    codes = _codes(course, submissions, roster) if submissions else {}
    html = report_page(ClassResults(course, results_of_class(results), earlier, codes))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(html, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}. Choose another file with --out.") from None
    typer.echo(f"The report on the class is in {out}.")


def _codes(course: Course, submissions: Path, roster: Path | None) -> Codes:
    """Return the code of what was graded, found as `autograder grade` finds it."""
    from autograder.report.codes import codes_of

    require_class(submissions, course, "")
    with opened_class(submissions, course, roster, "") as found:
        return codes_of(course, found.handins)
