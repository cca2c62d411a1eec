"""Points in a kernel: what the hidden part of a grade cell calls when nbgrader itself runs the notebook.

Here student code and suites share a process, so nothing of this is proof against a student who wants to cheat.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from IPython.core.getipython import get_ipython
from IPython.display import clear_output
from IPython.utils.capture import capture_output

import __main__
from autograder.engine.evidence import Judgement, Reply
from autograder.engine.judge import given_sources
from autograder.engine.session import probe_source
from autograder.engine.suites import Suites, use_suites
from autograder.errors import GraderError
from autograder.manifest import Assignment, Course, load_course
from autograder.seed import course_seed
from autograder.submission.notebook import to_python
from autograder.worker.load import is_stub
from autograder.worker.serve import calm, run_source
from autograder.worker.values import Raised, pack, raised, unpack

Definition = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def points(assignment: str, exercise: str) -> float:
    """Return the points of an exercise, judged by its hidden suite against what the notebook has defined.

    What the cell has shown so far is taken back, for nbgrader gives no points where there is a warning. Raises
    `GraderError` where the grader itself fails.
    """
    clear_output()  # type: ignore[no-untyped-call]
    course = load_course(Path.cwd())
    whole = course.assignments[assignment]
    alone = replace(whole, exercises=tuple(one for one in whole.exercises if one.name == exercise))
    with capture_output():
        judgement, faults = _judge(course, alone)
    if judgement.result.score is None:
        raise GraderError("\n".join(faults))
    return judgement.result.score


def _judge(course: Course, assignment: Assignment) -> tuple[Judgement, list[str]]:
    """Run the suite of an assignment's only exercise."""
    given = given_sources(course.solution(assignment.name), assignment.given)
    judged: list[tuple[Judgement, list[str]]] = []

    def use(suites: Suites) -> None:
        (judgement,) = suites.run(assignment, assignment.exercises, InKernel(course, given))
        judged.append((judgement, suites.faults))

    use_suites(course, [assignment], course_seed(course.root), use)
    return judged[0]


class InKernel:
    """The notebook of this kernel as the checks see a submission: plain values in, plain values out."""

    def __init__(self, course: Course, given: dict[str, str]) -> None:
        self._limit = course.limits.reply_mb << 20
        self.cells = own_cells()
        self.names = {name: _kind(value) for name, value in list(vars(__main__).items()) if name[:1] != "_"}
        self.names |= dict.fromkeys(stubs_in(self.cells) & self.names.keys(), "stub")
        self.notes: list[Raised] = []
        self.replies: list[Reply] = []
        for name, source in given.items():
            vars(__main__).setdefault(name, run_source(source)[name])

    def begin_check(self, exercise: str) -> None:
        """Do nothing: only nbgrader limits the time, by the cell."""

    def ask_call(self, exercise: str, args: tuple[object, ...]) -> Any:
        """Return what the notebook's `exercise` gives for `args`: a plain value, or `Raised`."""
        return self._ask(lambda *own: getattr(__main__, exercise)(*own), args)

    def ask_probe(self, exercise: str, probe: Callable[..., Any], args: tuple[object, ...]) -> Any:  # noqa: ARG002
        """Return what `probe` gives beside the notebook's code."""
        return self._ask(lambda *own: run_source(probe_source(probe))[probe.__name__](__main__, *own), args)

    def _ask(self, function: Callable[..., Any], args: tuple[object, ...]) -> Any:
        calm()
        own = unpack(pack(args, self._limit))
        try:
            value = function(*own)
        except KeyboardInterrupt:  # nbgrader's time limit
            raise
        except BaseException as error:
            value = raised(error)
        plain = unpack(pack(value, self._limit))
        self.replies.append(Reply(args, plain))
        return plain


def own_cells() -> tuple[str, ...]:
    """Return the Python of the cells that were run so far, without the grade cells."""
    shell: Any = get_ipython()
    return tuple(to_python(cell) for cell in shell.history_manager.input_hist_raw[1:] if __name__ not in cell)


def stubs_in(cells: tuple[str, ...]) -> set[str]:
    """Return the names whose last definition is one that nobody has filled in."""
    stubs: dict[str, bool] = {}
    for cell in cells:
        try:
            body = ast.parse(cell).body
        except (SyntaxError, ValueError, RecursionError):
            continue
        stubs |= {node.name: is_stub(node) for node in body if isinstance(node, Definition)}
    return {name for name, empty in stubs.items() if empty}


def _kind(value: object) -> str:
    if isinstance(value, type(ast)):
        return "module"
    return "callable" if callable(value) else type(value).__name__
