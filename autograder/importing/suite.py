"""Writing the suite of an exercise: its checks, and a last one that lists what is still to be translated."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from autograder.course.text import Language, number
from autograder.importing.check_titles import titles_of
from autograder.importing.model import Material, Todo
from autograder.importing.names import binds, reads
from autograder.importing.points import DECIMALS
from autograder.importing.units import Check
from autograder.scaffold.wording import fields

MARK = "TODO(author)"
FIXTURES = ("student", "reference", "draw")
RANDOM = re.compile(
    r"\bnp\.random\.(?!seed|default_rng|RandomState|Generator)|(?<![\w.])random\.(?!seed|Random\b)|\btorch\.rand"
)
SEED_LINES = {
    "np.random.": "np.random.seed(draw.integer(0, 2**31 - 1))",
    "torch.rand": "torch.manual_seed(draw.integer(0, 2**31 - 1))",
}
NO_TEST = "no test of the notebook asks for it: write a check, or move it into the function that uses it"


def suite_text(
    name: str,
    checks: Sequence[Check],
    points: Sequence[float],
    todo_points: float,
    material: Material,
    languages: Sequence[Language],
) -> str:
    """Return the source of a suite; `points` are those of the checks that have lines."""
    written = [check for check in checks if check.lines]
    heads = [
        f"points={number(worth, DECIMALS)}, {said}"
        for worth, said in zip(points, titles_of(written, languages), strict=True)
    ]
    body = [_check_text(check, head) for check, head in zip(written, heads, strict=True)]
    todos = [todo for check in checks for todo, _ in check.todos]
    if not checks:
        todos = [Todo(material.exercises[name].cell, 1, name, NO_TEST)]
    if todos:
        body.append(_todo_text(todos, todo_points, languages))
    probes = [probe for check in written for probe in check.probes]
    text = "\n\n\n".join([*probes, *body])
    return f"{_head(name, text, material)}\n\n\n{text}\n"


def _head(name: str, text: str, material: Material) -> str:
    used = reads(ast.parse(text))
    ours = sorted({"check", "compare", "compare_pairs", "require", "require_each"} & used)
    imports = sorted({ast.unparse(one) for one in material.imports if binds(one) & used})
    ours_line = f"from autograder.checks import {', '.join(ours)}"
    parts = [f'"""`{name}`: the tests of the notebook."""', "\n".join(imports), ours_line]
    return "\n\n".join(part for part in parts if part)


def _check_text(check: Check, head: str) -> str:
    lines = [*_seeds(check), *check.lines]
    used = [fixture for fixture in FIXTURES if re.search(rf"\b{fixture}\.", "\n".join(lines))]
    part = "hidden" if check.hidden else "public"
    public = "" if check.hidden else ", public=True"
    slug = re.sub(r"\W+", "_", check.tests.name).strip("_").lower()
    function = f"def test_{slug}_{part}_{check.tests.place}({', '.join(used)}):"
    said = f'    """Cell {check.tests.cell} of the notebook."""'
    return "\n".join([f"@check({head}{public})", function, said, *(f"    {line}" if line else "" for line in lines)])


def _seeds(check: Check) -> list[str]:
    """Return the lines that make random cases of a test the same each time, where it does not seed them itself."""
    text = "\n".join(check.lines)
    if not RANDOM.search(text) or re.search(r"\b(?:seed|manual_seed)\(", text):
        return []
    lines = [line for start, line in SEED_LINES.items() if start in text]
    plain = re.search(r"(?<![\w.])random\.", text)
    return [*lines, *(["random.seed(draw.integer(0, 2**31 - 1))"] if plain else [])]


def _todo_text(todos: Sequence[Todo], points: float, languages: Sequence[Language]) -> str:
    """Return the check that nobody passes until its author has written what it lists."""
    lines = []
    for todo in todos:
        lines.append(f"# {MARK}: cell {todo.cell}, line {todo.line}: {todo.reason}")
        lines += [f"#     {line}" for line in todo.source.splitlines()]
    count = f"{len(todos)} of the notebook's tests are still to be written"
    lines.append(f"raise NotImplementedError({count!r})")
    title = fields(languages, "还没有改写的测试", "Tests that are still to be written")
    head = [f"@check(points={number(points, DECIMALS)}, {title})", "def test_still_to_be_written():"]
    return "\n".join(
        [*head, f'    """{MARK}: write these tests, then remove this check."""', *(f"    {one}" for one in lines)]
    )
