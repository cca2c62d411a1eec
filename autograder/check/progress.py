"""What is remembered beside the work: which exercises pass and how many hints were asked for; it may be deleted."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from .model import State
from .report.report import ExerciseReport

NAME = ".check-progress.json"


@dataclass
class Progress:
    """By assignment, the exercises that pass; by exercise, the number of hints that are shown."""

    passed: dict[str, list[str]] = field(default_factory=dict)
    hints: dict[str, int] = field(default_factory=dict)

    def add(self, assignment: str, exercise: ExerciseReport) -> None:
        """Remember how an exercise stands; one that passes needs no hints any more."""
        names = [name for name in self.passed.get(assignment, []) if name != exercise.name]
        if exercise.state is State.passed:
            names.append(exercise.name)
            self.hints.pop(exercise.name, None)
        self.passed[assignment] = sorted(names)


def read(folder: Path) -> Progress:
    """Return what is remembered in a folder; nothing where the file is missing or not as it was written."""
    try:
        content = json.loads((folder / NAME).read_text(encoding="utf-8"))
        passed = {str(name): [str(one) for one in names] for name, names in content["passed"].items()}
        return Progress(passed, {str(name): int(number) for name, number in content["hints"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Progress()


def write(folder: Path, progress: Progress) -> None:
    """Write what is remembered; a folder that cannot be written to is left as it is."""
    text = json.dumps({"passed": progress.passed, "hints": progress.hints}, indent=1) + "\n"
    with contextlib.suppress(OSError):
        (folder / NAME).write_text(text, encoding="utf-8")
