"""The tests of otter as asserts: cells whose output is what is expected, and examples with `>>>`."""

from __future__ import annotations

import ast
import doctest
import re
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]

from autograder.importing.otter_hidden import is_hidden
from autograder.importing.otter_points import as_points, resolved
from autograder.submissions.cell_code import to_python

SETTINGS = re.compile(
    r'^[ \t]*(?:\w\s*=\s*)?"""\s*#\s*BEGIN\s*TEST\s*CONFIG[^\n]*\n(.*?)"""\s*#\s*END\s*TEST\s*CONFIG[^\n]*',
    re.DOTALL | re.IGNORECASE | re.MULTILINE,
)
UNREAD = {"hidden": True}  # settings that cannot be read might say so
NAMES = re.compile(r"\b(array|nan|inf)\b(?!\.)")
Known = dict[str, list[tuple[str, bool, float | None]]]


def output_text(cell: Any) -> str:
    """Return what a code cell showed when it ran: its prints and its last value."""
    shown = []
    for output in cell.get("outputs", []):
        text = output.get("text") or output.get("data", {}).get("text/plain", "")
        shown.append("".join(text))
    return "".join(shown).strip()


def test_source(source: str, output: str) -> tuple[str, dict[str, Any]]:
    """Return a test cell as Python with asserts, and its settings; lines keep their numbers."""
    settings: dict[str, Any] = {}
    if found := SETTINGS.search(source):
        settings = _settings(found[1])
        source = source[: found.start()] + "\n" * found[0].count("\n") + source[found.end() :]
    elif re.search(r"BEGIN\s*TEST\s*CONFIG", source, re.IGNORECASE):
        settings = UNREAD
    return _with_assert(source, output), settings


def _settings(text: str) -> dict[str, Any]:
    """Return the settings of a test cell."""
    try:
        read = yaml.safe_load(text)
    except yaml.YAMLError:
        return UNREAD
    return {} if read is None else read if isinstance(read, dict) else UNREAD


def _with_assert(source: str, output: str) -> str:
    """Turn an expression at the end of a cell into an assert on what the cell showed."""
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return source
    last = body[-1] if body else None
    if not isinstance(last, ast.Expr) or not output or _is_call_of_definition(last, body):
        return source
    before = "\n".join(source.splitlines()[: last.lineno - 1])
    return (
        f"{before}\n{expectation(ast.unparse(last.value), output)}"
        if before
        else expectation(ast.unparse(last), output)
    )


def _is_call_of_definition(last: ast.Expr, body: list[ast.stmt]) -> bool:
    defined = {node.name for node in body if isinstance(node, ast.FunctionDef)}
    called = last.value.func if isinstance(last.value, ast.Call) else None
    return isinstance(called, ast.Name) and called.id in defined


def expectation(expression: str, shown: str) -> str:
    """Return the assert that an expression gives what is shown for it."""
    shown = shown.strip()
    node = ast.parse(expression, mode="eval").body
    if shown == "True" and isinstance(node, (ast.Compare, ast.BoolOp, ast.UnaryOp, ast.Call)):
        return f"assert {expression}"
    try:
        ast.literal_eval(shown)
    except (ValueError, SyntaxError):
        return f"assert repr({expression}) == {shown!r}"
    return f"assert {expression} == {shown}"


def ok_tests(notebook: Any, path: Path) -> Known:
    """Return the tests by question from the notebook's metadata, or from the files in `tests/` beside it.

    The files are parsed, not run.
    """
    inside = notebook.metadata.get("otter", {}).get("tests", {})
    known = {name: cases for name, test in dict(inside).items() if (cases := _cases(test))}
    for file in sorted((path.parent / "tests").glob("*.py")):
        known.setdefault(file.stem, _cases(_literal(file.read_text(encoding="utf-8", errors="replace"))))
    return known


def _literal(source: str) -> Any:
    """Return the value of `test` in a file of tests, None where it is no literal."""
    try:
        for node in ast.parse(source).body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "test":
                return ast.literal_eval(node.value)
    except (SyntaxError, ValueError):
        pass
    return None


def _cases(test: Any) -> list[tuple[str, bool, float | None]]:
    """Return the source of each case of a question, whether it is hidden, and its points.

    A case that says nothing is hidden, as it is to otter.
    """
    suites = test.get("suites", []) if isinstance(test, dict) else []
    cases = [case for suite in suites for case in suite.get("cases", [])]
    points: list[float | None] = [as_points(case.get("points")) for case in cases]
    if isinstance(test, dict) and test.get("points") is not None:
        points = [*resolved(test["points"], points)]
    return [
        (_from_examples(text), bool(case.get("hidden", True)) or is_hidden(text, {}), worth)
        for case, worth in zip(cases, points, strict=True)
        if (text := str(case.get("code", "")))
    ]


def _from_examples(text: str) -> str:
    """Return examples with `>>>` as statements and asserts."""
    try:
        examples = doctest.DocTestParser().get_examples(text)
    except ValueError:
        return text
    return "\n".join(_from_example(to_python(one.source).strip(), one.want.strip()) for one in examples)


def _from_example(source: str, want: str) -> str:
    try:
        ast.parse(source, mode="eval")
    except SyntaxError:
        return source
    return expectation(source, want) if want else source
