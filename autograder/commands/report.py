"""`autograder report`: the class on one page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.course.errors import UsageError
from autograder.course.load import load_course

EXAMPLE = "Example: autograder report results --out report.html --against results-last-week"


def report(
    results: Annotated[Path, typer.Argument(help="A folder that `autograder grade` wrote.")],
    out: Annotated[Path, typer.Option(help="The page to write.")] = Path("report.html"),
    against: Annotated[
        Path | None, typer.Option(help="The results of an earlier run: say whose score moved, and why.")
    ] = None,
) -> None:
    """Write one page on the whole class: who needs a look, and what the class got wrong. / 生成班级报告。

    The page holds the names and scores of the class; it needs no network and can be opened from any folder.
    """
    from autograder.report.write import report_page  # here, for it is slow
    from autograder.results.reader import read_results

    course = load_course(Path.cwd())
    earlier = read_results(against) if against else []
    html = report_page(course, read_results(results), earlier)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(html, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}. Choose another file with --out.") from None
    typer.echo(f"The report on the class is in {out}.")
