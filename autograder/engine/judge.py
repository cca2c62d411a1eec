"""One submission judged: loaded in a worker, and the checks of some exercises run against it."""

from __future__ import annotations

import ast
import functools
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from autograder.engine.evidence import Judgement
from autograder.engine.session import Session
from autograder.engine.suites import Suites
from autograder.engine.zygote import Zygote
from autograder.errors import GraderError
from autograder.manifest import Assignment, Course, Exercise
from autograder.submission.read import NotGradable, Submission
from autograder.worker.values import Raised

ALIKE_RUNS = 3  # what the machine did to a worker does not happen three times at the same place
MOST_RUNS = 6


class Run(NamedTuple):
    """A submission judged once; `struck` tells that something killed a worker meanwhile, so that it may be void."""

    judgements: tuple[Judgement, ...]
    notes: list[Raised]
    struck: bool
    problem: NotGradable | GraderError | None = None

    def essence(self) -> object:
        """Return what two runs have to share to be alike."""
        return tuple(judgement.result for judgement in self.judgements), tuple(self.notes), str(self.problem)

    def outcome(self) -> tuple[tuple[Judgement, ...], list[Raised]]:
        """Return what was judged, or raise the problem that kept it from being judged."""
        if self.problem is not None:
            raise self.problem
        return self.judgements, self.notes


class Judge:
    """Judges submissions one after another with one warm parent.

    A submission whose worker was struck is judged again from the start: only what happens several times alike is held
    against it.
    """

    def __init__(self, course: Course, suites: Suites, zygote: Zygote) -> None:
        self._course = course
        self._suites = suites
        self._zygote = zygote

    def judge(
        self, submission: Submission, exercises: tuple[Exercise, ...] = ()
    ) -> tuple[tuple[Judgement, ...], list[Raised]]:
        """Return what became of each exercise, and the notes on statements that did not run.

        `exercises` are those to run, all of the assignment unless given. Raises `NotGradable` when the
        submission cannot be run at all.
        """
        seen: Counter[object] = Counter()
        faults = len(self._suites.faults)
        for _ in range(MOST_RUNS):
            del self._suites.faults[faults:]
            run = self._run(submission, exercises)
            seen[run.essence()] += 1
            if not run.struck or (seen[run.essence()] == ALIKE_RUNS and not isinstance(run.problem, GraderError)):
                return run.outcome()
        raise GraderError(f"Something outside the grader killed its workers in each of {MOST_RUNS} runs.")

    def judge_alone(self, assignment: Assignment, exercise: Exercise, source: str) -> Judgement:
        """Return what becomes of one exercise when `source` is all a student hands in."""
        submission = Submission("", assignment.name, False, (source,), {}, ())
        (judgement,), _ = self.judge(submission, (exercise,))
        return judgement

    def _run(self, submission: Submission, exercises: tuple[Exercise, ...]) -> Run:
        assignment = self._course.assignments[submission.assignment]
        given = given_sources(self._course.solution(assignment.name), assignment.given)
        session = Session(self._zygote, self._with_course_files(submission), given, self._course.limits)
        try:
            session.load()
            judgements = self._suites.run(assignment, exercises or assignment.exercises, session)
            return Run(judgements, session.notes, session.struck)
        except (NotGradable, GraderError) as problem:
            return Run((), [], session.struck, problem)
        finally:
            session.close()

    def _with_course_files(self, submission: Submission) -> Submission:
        return with_course_files(submission, self._course.suites / "beside")


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
