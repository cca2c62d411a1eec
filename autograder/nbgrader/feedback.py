"""What a student sees of an exercise: a cell's outputs, in text and HTML."""

from __future__ import annotations

from html import escape

from jinja2 import Environment
from nbformat import NotebookNode, from_dict, v4

from autograder.course.outcome import Outcome
from autograder.course.text import Text
from autograder.results.model import CheckResult, ExerciseResult

SIGNS = {
    Outcome.PASSED: "✓",
    Outcome.FAILED: "✗",
    Outcome.NOT_ATTEMPTED: "○",
    Outcome.NOT_RUN: "-",
    Outcome.GRADER_ERROR: "!",
}
TABLE = """<table class="table table-condensed autograder-feedback">
<thead><tr><th></th><th>检查 / Check</th><th>得分 / Points</th><th>说明 / Remark</th></tr></thead>
<tbody>
{%- for check in checks %}
<tr><td>{{ sign(check) }}</td><td>{{ check.title.zh }}<br>{{ check.title.en }}</td>
<td>{{ points(check) }}</td>
<td>{% if check.message.zh %}{{ check.message.zh }}<br>{{ check.message.en }}{% endif %}</td></tr>
{%- endfor %}
</tbody>
</table>"""
REMARK = Text("评分时的说明：", "Remarks of the grader:")

_table = Environment(autoescape=True).from_string(TABLE)  # compiled once: that takes longer than to fill it in


def outputs_of(result: ExerciseResult) -> list[NotebookNode]:
    """Return the feedback on an exercise and, as nbgrader reads them, its points; the score is not None."""
    feedback = {"text/plain": _plain(result), "text/html": _html(result)}
    points = {"text/plain": repr(result.score)}
    return [_output("display_data", feedback), _output("execute_result", points, execution_count=None)]


def remark_cell(message: Text) -> NotebookNode:
    """Return a cell with remarks on the whole submission; they are escaped, for they may quote the student."""
    lines = (escape(" ".join(line.split())) for line in (REMARK.zh + message.zh, f"{REMARK.en} {message.en}"))
    source = f'<div class="alert alert-info">{"<br>".join(lines)}</div>'
    return _cell(source)


def _plain(result: ExerciseResult) -> str:
    lines = []
    for check in result.checks:
        lines.append(f"{_sign(check)} [{_points(check)}] {check.title.both()}")
        lines += [f"    {line}" for line in (check.message.zh, check.message.en) if line]
    return "\n".join(lines)


def _html(result: ExerciseResult) -> str:
    return _table.render(checks=result.checks, sign=_sign, points=_points)


def _sign(check: CheckResult) -> str:
    return SIGNS[check.outcome]


def _points(check: CheckResult) -> str:
    return f"{check.score:.4g}/{check.max_score:.4g}"


def _output(kind: str, data: dict[str, str], **more: object) -> NotebookNode:
    """Return an output; nbformat's own function would validate it, and nbgrader validates the whole notebook."""
    fields = {"output_type": kind, "data": data, "metadata": {}} | more
    output: NotebookNode = from_dict(fields)  # type: ignore[no-untyped-call]
    return output


def _cell(source: str) -> NotebookNode:
    cell: NotebookNode = v4.new_markdown_cell(source, id="autograder-remark")  # type: ignore[no-untyped-call]
    return cell
