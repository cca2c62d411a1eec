"""Where the files of a course stand."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from autograder.course.text import Language

BESIDE_ENGINE = Path(__file__).resolve().parents[2]  # the checkout that the engine runs from; no course if installed
MANIFEST = "exercises.toml"
NBGRADER_CONFIG = "nbgrader_config.py"
SUITES = "autograder/suites"  # where the hidden suites of a course stand, unless its manifest says otherwise


class Layout(Struct, frozen=True):
    """The folder of a course, and the place of each file in it."""

    root: Path

    def solution(self, assignment: str) -> Path:
        """Return the file of an assignment's reference solution."""
        return self.root / "solutions" / f"{assignment}.py"

    def stub(self, assignment: str) -> Path:
        """Return the file of an assignment's generated stub."""
        return self.root / "assignments" / f"{assignment}.py"

    def public_tests(self, assignment: str) -> Path:
        """Return the file of the tests students are given."""
        return self.root / "assignments" / f"test_{assignment}.py"

    @property
    def constraints(self) -> Path:
        """The file of the versions that the course is tested with, as pip reads it; a course may have none."""
        return self.root / "constraints.txt"

    @property
    def check(self) -> Path:
        """The folder of the students' package `check`."""
        return self.root / "assignments" / "check"

    def public_cases(self, assignment: str) -> Path:
        """Return the file of an assignment's public cases."""
        return self.root / "assignments" / "cases" / f"{assignment}.py"

    def lesson(self, assignment: str, language: Language) -> Path:
        """Return the file of an assignment's lesson text in one language."""
        return self.root / "source" / f"{assignment}.{language}.md"

    def lesson_code(self, assignment: str) -> Path:
        """Return the file of the code cells that both languages of a lesson share."""
        return self.root / "source" / f"{assignment}.py"

    def notebook(self, assignment: str) -> Path:
        """Return the file of the source notebook, where nbgrader expects it."""
        return self.root / "source" / assignment / f"{assignment}.ipynb"
