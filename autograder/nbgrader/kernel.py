"""Points in a kernel: what the hidden part of a grade cell calls when nbgrader itself runs the notebook.

Here student code and suites share a process, so nothing of this is proof against a student who wants to cheat.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from IPython.core.getipython import get_ipython
from IPython.display import clear_output
from IPython.utils.capture import capture_output
from msgspec.structs import replace

from autograder.course.errors import GraderError
from autograder.course.load import load_course
from autograder.course.manifest import Assignment, Course
from autograder.course.seed import course_seed
from autograder.grading.collect import collect_checks
from autograder.grading.course_files import given_sources
from autograder.grading.evidence import ExerciseRun
from autograder.grading.run_exercises import run_exercises
from autograder.nbgrader.in_kernel import InKernel
from autograder.submissions.cell_code import to_python


def points(assignment: str, exercise: str) -> float:
    """Return the points of an exercise: its hidden suite runs against what the notebook has defined.

    What the cell has shown so far is taken back, for nbgrader gives no points where there is a warning. Raises
    `GraderError` where the grader itself fails.
    """
    clear_output()  # type: ignore[no-untyped-call]
    course = load_course(Path.cwd())
    whole = course.assignments[assignment]
    alone = replace(whole, exercises=tuple(one for one in whole.exercises if one.name == exercise))
    with capture_output():
        run = _run(course, alone)
    if run.result.score is None:
        raise GraderError("\n".join(check.fault for check in run.checks if check.fault))
    return run.result.score


def _run(course: Course, assignment: Assignment) -> ExerciseRun:
    """Run the suite of an assignment's only exercise."""
    given = given_sources(course.solution(assignment.name), assignment.given)
    notebook = InKernel(_own_cells(), given, course.limits_of(assignment.name).reply_mb << 20)
    seed = course_seed(course.root)
    with notebook.settings_of_suites(), collect_checks(course, [assignment], seed) as checks:
        (run,) = run_exercises(checks, assignment, assignment.exercises, notebook)
    return run


def _own_cells() -> tuple[str, ...]:
    """Return the Python of the cells that were run so far, without the grade cells."""
    shell: Any = get_ipython()
    return tuple(to_python(cell) for cell in shell.history_manager.input_hist_raw[1:] if __name__ not in cell)
