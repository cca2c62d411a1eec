"""The card under a check cell of a notebook: a bar, pictures, the mistake's name, one element worked by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from ..messages import fill
from ..model import State
from ..report import hints
from ..report.report import ExerciseReport, Grid
from ..terminal import words
from .card_grids import svg

GREEN, RED, GREY = "#1a7f37", "#b42318", "#57606a"
BARS = {State.passed: GREEN, State.failed: RED, State.too_slow: RED, State.not_attempted: GREY, State.waiting: GREY}
# The colours of JupyterLab's theme, light or dark, and of VS Code's; elsewhere black on white.
BOX = (
    "max-width:60em;border:1px solid #8c959f;border-radius:6px;overflow:hidden;line-height:1.55;"
    "background:var(--jp-layout-color1,var(--vscode-editor-background,#ffffff));"
    "color:var(--jp-content-font-color1,var(--vscode-editor-foreground,#1f2328))"
)
BAR = "padding:6px 12px;background:{colour};color:#ffffff;font-weight:bold"
ROW = "display:flex;flex-wrap:wrap;gap:6px 18px;align-items:flex-start;margin:6px 0"
CODE = re.compile(r"`([^`]+)`")


def card(exercise: ExerciseReport, done: int, total: int, language: int) -> str:
    """Return the card of one exercise as HTML; `done` of the `total` exercises of the assignment pass."""
    count = fill(words.COUNT, passed=exercise.passed, total=exercise.number_of_cases)[language]
    points = fill(words.POINTS, points=f"{exercise.points:g}")[language]
    mark = words.MARKS[State.failed if exercise.state is State.too_slow else exercise.state]  # few fonts have a clock
    title = f"{mark} {exercise.name}  {exercise.title[language]}{points}"
    bar = f'<div style="{BAR.format(colour=BARS[exercise.state])}">{escape(title)}　{escape(count)}</div>'
    body = "".join(_right(exercise, language) if exercise.state is State.passed else _wrong(exercise, language))
    if exercise.warning:
        body += _line(f"! {exercise.warning[language]}")
    counted = fill(words.DONE, done=done, total=total)[language]
    code = ("zh-CN", "en")[language]
    return (
        f'<section lang="{code}" aria-label="{escape(title)}" style="{BOX}">{bar}'
        f'<div style="padding:4px 12px 8px">{body}{_line(counted)}</div></section>'
    )


def _line(text: str, style: str = "margin:4px 0") -> str:
    """Return a sentence as a paragraph, with what stands in backquotes as code."""
    shown = CODE.sub(r'<code style="color:inherit;background:none">\1</code>', escape(text))
    return f'<p style="{style}">{shown}</p>'


def _right(exercise: ExerciseReport, language: int) -> Iterator[str]:
    """Yield what a card says of an exercise that passes: the student's own result."""
    first = next((case for case in exercise.cases if case.grids or case.result), None)
    if first is not None:
        yield _line(fill(words.YOURS, title=first.title, result=first.result)[language])
        yield _pictures(first.grids, language)
    yield _line(words.RIGHT_SO_FAR[language])


def _wrong(exercise: ExerciseReport, language: int) -> Iterator[str]:
    """Yield what a card says of an exercise that does not pass: the hints, the third of them folded."""
    case = exercise.first
    if exercise.state is State.waiting and case is not None and case.message:
        yield _line(case.message[language])
    if case is not None and exercise.state is State.failed and case.title[language]:
        yield _line(case.title[language], "margin:4px 0;font-style:italic")
    folded = ""
    for hint in hints.hints(exercise):
        yield _pictures(hint.grids, language) if hint.grids else ""
        if hint.number == hints.NAME:
            yield _line(f"→ {hint.text[language]}", "margin:4px 0;font-weight:bold")
        elif hint.number == hints.PLACE:
            folded = _line(hint.text[language])
        else:
            yield _line(hint.text[language])
    if folded:
        yield f"<details><summary>{escape(words.NEXT_HINT[language])}</summary>{folded}</details>"


def _pictures(grids: tuple[Grid, ...], language: int) -> str:
    return f'<div style="{ROW}">{"".join(svg(grid, language) for grid in grids)}</div>'
