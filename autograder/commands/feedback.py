"""`autograder feedback`: a page for each student."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from autograder.commands.shared.last_class import results_of_class
from autograder.commands.shared.screen import first_few
from autograder.course.errors import UsageError
from autograder.course.language import language_of
from autograder.course.load import load_course
from autograder.course.text import Language, printable
from autograder.results.files import open_folder, plain_name, write_whole
from autograder.results.model import Result

EXAMPLE = "Example: autograder feedback results --out feedback"


def feedback(
    results: Annotated[Path, typer.Argument(help="A folder that `autograder grade` wrote.")],
    out: Annotated[Path, typer.Option(help="Where the pages go, one HTML file for each student.")],
    lang: Annotated[
        Language | None, typer.Option(help="One language only. [default: those of the course, with a switch]")
    ] = None,
    assignment: Annotated[str, typer.Option(help="This assignment only.")] = "",
) -> None:
    """Write a feedback page for each student: the score, each mistake once, what to do next. / 为每个学生生成反馈页面。

    A page needs no network and no server, and runs nothing that a student wrote.
    """
    from autograder.pages.course_texts import CourseTexts  # here, for these are slow
    from autograder.pages.student_page import student_page

    course = load_course(Path.cwd())
    found = [result for result in results_of_class(results) if assignment in ("", result.assignment)]
    if not found:
        raise UsageError(f"{results} holds no results of {assignment!r}.")
    students: dict[str, list[Result]] = {}
    for result in found:
        students.setdefault(result.student, []).append(result)
    names = {result.assignment for result in found}
    ordered = [name for name in course.assignments if name in names] + sorted(names - course.assignments.keys())
    texts, languages = CourseTexts(course), [language_of(course, lang)] if lang else course.languages
    with open_folder(out):
        for student, theirs in students.items():
            page = student_page(theirs, ordered, texts, languages)
            write_whole(out / f"{plain_name(student)}.html", page.encode())
    typer.echo(f"{len(students)} pages in {out}.")
    _name_others(out, students)


def _name_others(out: Path, students: Collection[str]) -> None:
    """Name on the screen the pages in the folder that are no student's of this class."""
    pages = {f"{plain_name(student)}.html" for student in students}
    others = sorted(path.name for path in out.glob("*.html") if path.name not in pages)
    if others:
        names = first_few([*map(printable, others)])
        typer.echo(f"Other pages were in {out} before and stay there: {names}.", err=True)
