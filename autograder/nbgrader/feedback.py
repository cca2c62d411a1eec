"""What a student sees of an exercise: a cell's outputs, in text and HTML."""

from __future__ import annotations

from nbformat import NotebookNode, from_dict, v4

from autograder.course.text import Language, Text, number, one_line
from autograder.pages import phrases
from autograder.pages.card import Card, card_html
from autograder.pages.say import plainly, written
from autograder.results.model import CheckResult


def outputs_of(card: Card, language: Language) -> list[NotebookNode]:
    """Return the feedback on an exercise and, as nbgrader reads them, its points; the score is not None."""
    feedback = {"text/plain": _plain(card, language), "text/html": str(card_html(card, [language], heading=False))}
    score = {"text/plain": repr(card.result.score)}
    return [_output("display_data", feedback), _output("execute_result", score, execution_count=None)]


def remark_cell(message: Text, language: Language) -> NotebookNode:
    """Return a cell with remarks on the whole submission; they are escaped, for they may quote the student."""
    remark = one_line(plainly(message, [language]))
    source = f'<div class="alert alert-info"><b>{plainly(phrases.REMARKS, [language])}</b> {written(remark)}</div>'
    return _cell(source)


def _plain(card: Card, language: Language) -> str:
    lines = []
    for check in card.result.checks:
        lines.append(f"{phrases.SIGNS[check.outcome]} [{_points(check)}] {plainly(check.title, [language])}")
        lines += [f"    {line}" for line in plainly(check.message, [language]).splitlines()]
    return "\n".join(lines)


def _points(check: CheckResult) -> str:
    return f"{number(check.score)}/{number(check.max_score)}"


def _output(kind: str, data: dict[str, str], **more: object) -> NotebookNode:
    """Return an output; nbformat's own function would validate it, and nbgrader validates the whole notebook."""
    fields = {"output_type": kind, "data": data, "metadata": {}} | more
    output: NotebookNode = from_dict(fields)  # type: ignore[no-untyped-call]
    return output


def _cell(source: str) -> NotebookNode:
    cell: NotebookNode = v4.new_markdown_cell(source, id="autograder-remark")  # type: ignore[no-untyped-call]
    return cell
