"""Print the table of the attacks, docs/attacks.md: `python tests/hostile/table.py > docs/attacks.md`."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
DATA = tomllib.loads((HERE / "attacks.toml").read_text(encoding="utf-8"))
HEAD = """\
# The attacks

<!-- Made by tests/hostile/table.py from tests/hostile/ and tests/nbgrader/attacks.toml; do not edit. -->

Every line is a submission in [tests/hostile/](../tests/hostile/). The tests grade them as one class, with an honest
student between them, through `autograder grade`, at every isolation level the machine has. In every such run the
honest student gets full marks, the class is finished, and no process, shared memory or file is left behind outside.
[The threat model](threat-model.md) says what the levels are.

- **held**: no more points than the answer deserves, and nothing outside was reached; the tests assert it.
- **open**: this level does not promise to stop it, and a student who tries may succeed.
- **not tried**: open as well, and it could harm the machine that runs the tests.
"""

NBGRADER = """
## Through nbgrader

What fools graders that run their tests in the student's kernel, handed in as notebooks and graded by
`nbgrader autograde`, with an honest student behind them (tests/nbgrader/). None gains a point, the honest student has full
points, and nothing is left in the course.
"""

FOUND = """
## Found and closed

What these attacks gained when they were found, and what they gain now beyond what the answer deserves.

| attack | gained | gains |
|---|---|---|"""


def main() -> None:
    """Print the page: the sums, then a table for each kind of attack."""
    tables = (line for kind in DATA["kinds"] for line in table(kind))
    print("\n".join([HEAD, *sums(), *tables, FOUND, *found_and_closed(), *through_nbgrader()]))


def sums() -> Iterator[str]:
    """Yield a table of how many attacks each level holds."""
    every = sum(len(attacks(kind)) for kind in DATA["kinds"])
    yield from ("| level | tried | held | open | not tried |", "|---|---|---|---|---|")
    for level, not_stopped in DATA["open"].items():
        skipped = len(DATA["not_tried"][level])
        yield f"| `{level}` | {every - skipped} | {every - skipped - len(not_stopped)} | {len(not_stopped)} | {skipped} |"


def found_and_closed() -> Iterator[str]:
    """Yield a row for each attack that once gained something."""
    kinds = {path.stem: kind for kind in DATA["kinds"] for path in attacks(kind)}
    for name, gained in DATA["found"].items():
        points = DATA["kinds"][kinds[name]]["score"] if kinds[name] == "lies_about_structure" else 0
        yield f"| {name} | {gained} | {points} points |"


def table(kind: str) -> Iterator[str]:
    """Yield the section of one kind of attack."""
    entry, levels = DATA["kinds"][kind], DATA["open"]
    yield from ("", f"## {entry['title']}", "", entry["text"], "")
    yield f"| attack | what it tries | {' | '.join(f'`{level}`' for level in levels)} |"
    yield f"|---|---|{'---|' * len(levels)}"
    for path in attacks(kind):
        outcomes = " | ".join(outcome(path.stem, level) for level in levels)
        yield f"| {path.stem} | {docstring(path)} | {outcomes} |"


def through_nbgrader() -> Iterator[str]:
    """Yield the section on what is tried through nbgrader."""
    sections = tomllib.loads((HERE.parent / "nbgrader" / "attacks.toml").read_text(encoding="utf-8"))
    yield NBGRADER
    yield from ("| attack | what it tries | outcome |", "|---|---|---|")
    for section, entries in sections.items():
        for name, text in entries.items():
            yield f"| {name} | {text if section == 'test_cells' else ''} | held |"


def attacks(kind: str) -> list[Path]:
    """Return the attacks of a kind."""
    return sorted((HERE / kind).iterdir(), key=lambda path: path.stem)


def outcome(attack: str, level: str) -> str:
    """Return what happens to an attack at a level."""
    if attack in DATA["not_tried"][level]:
        return "not tried"
    return "open" if attack in DATA["open"][level] else "held"


def docstring(path: Path) -> str:
    """Return an attack's docstring: the first line, because not all attacks can be parsed."""
    file = path if path.is_file() else next(path.glob("image_convolution.*"))
    line = file.read_text(encoding="utf-8").splitlines()[0]
    return ast.literal_eval(line) if line.startswith('"""') else DATA["without_docstring"][path.stem]


main()
