"""The bundle of an assignment for Classroom 50."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from autograder.course.manifest import Course
from autograder.course.text import Language
from autograder.export.files import save
from autograder.export.package.contents import package_files

ENTRY = "autograder.py"
SETTINGS = "settings.json"


def write_folder(course: Course, assignment: str, language: Language, options: Sequence[str], out: Path) -> int:
    """Write the folder that grades one assignment with these options of `grade`; return how many files it holds."""
    settings = {"assignment": assignment, "language": language, "options": list(options)}
    files = package_files(course)
    files[SETTINGS] = f"{json.dumps(settings, indent=2)}\n".encode()
    files[ENTRY] = Path(__file__).with_name("classroom50_autograder.py").read_bytes()
    for name, content in files.items():
        save(out / name, content)
    return len(files)
