"""The cost of a submission in the second course, which has no torch, beside that of this course, in one run.

Usage: python benchmarks/second_course.py [SUBMISSIONS]
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import astuple, dataclass
from pathlib import Path

from course import require_full_results
from loaded import loaded_in_each, loaded_table
from targets import met_or_missed

ROOT = Path(__file__).parents[1]
OTHER = ROOT / "examples" / "other_course"
ROUNDS = 3
PART_OF_TORCH = 1 / 3  # what a submission of a course without torch may cost of one with it
START_SECONDS = 0.5
HEAD = """\
| | a run with one submission, CPU s | on the wall, s | each further submission, CPU ms |
|---|---:|---:|---:|"""


@dataclass(frozen=True)
class Cost:
    """CPU seconds of a whole run that grades one submission, and of each further one; the run's seconds on the wall."""

    start: float
    each: float
    wall: float


def measure(course: Path, assignment: str, students: int, folder: Path) -> Cost:
    """Grade one submission, then so many, in a course; the difference is what further ones cost."""
    source = (course / "solutions" / f"{assignment}.py").read_text(encoding="utf-8")
    first, wall = _grade(course, assignment, source, 1, folder / "one")
    many, _ = _grade(course, assignment, source, students, folder / "many")
    return Cost(first, (many - first) / (students - 1), wall)


def _grade(course: Path, assignment: str, source: str, students: int, folder: Path) -> tuple[float, float]:
    """Return the CPU seconds and the seconds on the wall that a run takes, with all processes that it starts."""
    command = _command(assignment, source, students, folder)
    before, started = _cpu_of_children(), time.perf_counter()
    done = subprocess.run(command, cwd=course, capture_output=True, text=True, check=False)
    used = _cpu_of_children() - before, time.perf_counter() - started
    if done.returncode:
        raise RuntimeError(done.stderr)
    require_full_results(folder / "results", students)
    return used


def _command(assignment: str, source: str, students: int, folder: Path) -> list[str]:
    """Write a class that differs in a comment only, and return the command that grades it."""
    for number in range(students):
        path = folder / "class" / f"s{number}" / f"{assignment}.py"
        path.parent.mkdir(parents=True)
        path.write_text(f"{source}\n# student {number}\n", encoding="utf-8")
    command = [sys.executable, "-m", "autograder", "grade", str(folder / "class"), "--out", str(folder / "results")]
    return [*command, "--jobs", "1", "--seed", "second", "--unproven", "--allow-unsandboxed"]


def _cpu_of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def measured_in_turn(courses: dict[str, tuple[Path, str]], students: int, folder: Path) -> dict[str, Cost]:
    """Return the least of each figure of a course in some rounds: what else the machine does only adds."""
    costs: dict[str, list[Cost]] = {name: [] for name in courses}
    for number in range(ROUNDS):
        for name, (course, assignment) in courses.items():
            costs[name].append(measure(course, assignment, students, folder / f"{number} {name}"))
    return {name: Cost(*map(min, zip(*map(astuple, rounds), strict=True))) for name, rounds in costs.items()}


def loaded(course: Path, assignment: str, folder: Path) -> dict[str, set[str]]:
    """Return the libraries of each process while two submissions are graded."""
    source = (course / "solutions" / f"{assignment}.py").read_text(encoding="utf-8")
    return loaded_in_each(_command(assignment, source, 2, folder), course)


def report(costs: dict[str, Cost], libraries: dict[str, dict[str, set[str]]]) -> str:
    """Return the tables, and whether the targets are met; the first course has torch, the second has not."""
    with_torch, without = costs.values()
    lines = [f"| {name} | {one.start:.2f} | {one.wall:.2f} | {one.each * 1000:.0f} |" for name, one in costs.items()]
    ratio = without.each / with_torch.each
    targets = (
        met_or_missed("a submission without torch costs, of one with it", ratio, PART_OF_TORCH, "times"),
        met_or_missed("a run with one submission takes", without.wall, START_SECONDS, "s"),
    )
    return "\n".join([HEAD, *lines, "", loaded_table(libraries), "", *targets, ""])


def main() -> None:
    """Print the two courses side by side."""
    students = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        other = shutil.copytree(OTHER, folder / "other")
        subprocess.run([sys.executable, "-m", "autograder", "build"], cwd=other, capture_output=True, check=True)
        courses = {
            "this course (torch)": (ROOT, "image_convolution"),
            "the second course (NumPy)": (other, "basics"),
        }
        costs = measured_in_turn(courses, students, folder)
        libraries = {name: loaded(*course, folder / f"loaded {name}") for name, course in courses.items()}
    sys.stdout.write(report(costs, libraries))


if __name__ == "__main__":
    main()
