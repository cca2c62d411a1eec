"""Finding two checks of one name in a suite: Python keeps only the second, so the first would never run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from autograder.course.errors import GraderError

CHECK = re.compile(r"def (test_\w+)\s*\(")


def require_single_checks(suites: Iterable[Path], root: Path) -> None:
    """Raise `GraderError` where a suite defines two checks of one name."""
    for path in suites:
        lines = path.read_text(encoding="utf-8").splitlines()
        first_lines: dict[str, int] = {}
        for number, found in enumerate(map(CHECK.match, lines), start=1):
            if found and first_lines.setdefault(found[1], number) < number:
                place = f"{path.relative_to(root)}:{number}: {found[1]}"
                first = first_lines[found[1]]
                raise GraderError(f"{place} stands in line {first} already. Give each check a name of its own.")
