"""One submission judged: loaded in a worker, and the checks of some exercises run against it."""

from __future__ import annotations

import ast
import functools
from collections import Counter
from dataclasses import replace
from pathlib import Path

from autograder.course.errors import GraderError, NotGradable
from autograder.course.manifest import Assignment, Course, Exercise
from autograder.grading.collect import Suites
from autograder.grading.evidence import Judgement
from autograder.submissions.read import Submission
from autograder.worker.shared.values import Raised
from autograder.workers.fork_server import ForkServer
from autograder.workers.session import Session

ALIKE_RUNS = 3  # what the machine did to a worker does not happen three times at the same place
MOST_RUNS = 6
Exercises = tuple[Exercise, ...]
Trial = tuple[tuple[Judgement, ...], list[Raised]]


class Judge:
    """Judges submissions one after another with one fork server."""

    def __init__(self, course: Course, suites: Suites, fork_server: ForkServer) -> None:
        self._course = course
        self._suites = suites
        self._fork_server = fork_server

    def judge(self, submission: Submission, exercises: Exercises = ()) -> Trial:
        """Return what became of each exercise, and the notes on statements that did not run.

        `exercises` are those to run, all of the assignment unless given. Where a worker was killed externally, only
        what happens several times alike is held against a submission. Raises `NotGradable` when it cannot
        be run at all.
        """
        earlier, seen = len(self._suites.faults), Counter[object]()
        for _ in range(MOST_RUNS):
            del self._suites.faults[earlier:]
            trial, killed_externally = self._try(submission, exercises)
            if trial is not None:
                seen[_outline(trial)] += 1
                if not killed_externally or seen[_outline(trial)] == ALIKE_RUNS:
                    break
        else:
            raise GraderError(f"Something outside the grader killed its workers in each of {MOST_RUNS} runs.")
        if isinstance(trial, NotGradable):
            raise trial
        return trial

    def judge_alone(self, assignment: Assignment, exercise: Exercise, source: str) -> Judgement:
        """Return what becomes of one exercise when `source` is all a student hands in."""
        submission = Submission("", assignment.name, False, (source,), {}, ())
        (judgement,), _ = self.judge(submission, (exercise,))
        return judgement

    def _try(self, submission: Submission, exercises: Exercises) -> tuple[Trial | NotGradable | None, bool]:
        """Judge a submission once; tell as well whether something killed a worker meanwhile, so that it may fail."""
        assignment = self._course.assignments[submission.assignment]
        given = given_sources(self._course.solution(assignment.name), assignment.given)
        files = with_course_files(submission, self._course.suites / "helper_modules")
        session = Session(self._fork_server, files, given, self._course.limits)
        try:
            session.load()
            judgements = self._suites.run(assignment, exercises or assignment.exercises, session)
            return (judgements, session.notes), session.killed_externally
        except NotGradable as problem:
            return problem, session.killed_externally
        except GraderError:
            if not session.killed_externally:
                raise
            return None, True
        finally:
            session.close()


def _outline(trial: Trial | NotGradable) -> object:
    """Return what two alike trials have in common."""
    if isinstance(trial, NotGradable):
        return trial.message
    judgements, notes = trial
    return tuple(judgement.result for judgement in judgements), tuple(notes)


def with_course_files(submission: Submission, beside: Path) -> Submission:
    """Put the course's own helper modules beside a submission that does not bring its own of that name."""
    taken = {Path(name).parts[0].removesuffix(".py") for name in submission.files}
    ours = {name: data for name, data in course_files(beside).items() if Path(name).parts[0] not in taken}
    return replace(submission, files=ours | submission.files)


@functools.cache
def course_files(beside: Path) -> dict[str, bytes]:
    """Return the files every submission finds beside it, by relative path."""
    return {str(path.relative_to(beside)): path.read_bytes() for path in sorted(beside.rglob("*.py"))}


@functools.cache
def given_sources(solution: Path, names: tuple[str, ...]) -> dict[str, str]:
    """Return the source of the functions that an assignment gives to every submission."""
    text = solution.read_text(encoding="utf-8")
    nodes = {node.name: node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}
    return {name: ast.get_source_segment(text, nodes[name]) or "" for name in names}
