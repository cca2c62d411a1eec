"""The prover: it runs every known answer to an exercise as a submission is run."""

from __future__ import annotations

import time
from collections import Counter

from msgspec.structs import replace

from autograder.build.stubs import make_stub
from autograder.course.errors import GraderError, NotGradable, UsageError
from autograder.course.manifest import Assignment, Course, Exercise
from autograder.grading.collect import Checks, collect_checks
from autograder.grading.evidence import ExerciseRun
from autograder.grading.run_submission import SubmissionRunner
from autograder.mistakes.diagnose import Diagnosis, named_result
from autograder.mistakes.known_runs import KnownRuns
from autograder.prove.answers import Answer, Kind, answers_for
from autograder.prove.costs import costs_of, load_common_mistakes, unfair_costs
from autograder.prove.equivalents import load_equivalents
from autograder.prove.proof import Proof
from autograder.prove.rules import AnswerRun, find_holes
from autograder.prove.told import told_of_all
from autograder.workers.fork_server import ForkServer

MUTANT_SECONDS = 1.0  # what a mutant gets for a check; one that needs longer runs again with the course's limits


def prove(
    course: Course, assignment: Assignment, exercise: Exercise, seed: str, tells: bool, fork_server: ForkServer
) -> Proof:
    """Run every answer to an exercise and return what the suite did with them; with `tells`, also what is told."""
    try:
        _require_markers(course, assignment)
        with collect_checks(course, [assignment], seed) as checks:
            return Prover(checks, assignment, exercise, fork_server).prove(tells)
    except (GraderError, UsageError, NotGradable) as problem:
        return Proof(exercise.name, seed, (str(problem),))


def _require_markers(course: Course, assignment: Assignment) -> None:
    """Raise `UsageError` where no stub can be made of the solution, or the stub that students get is not made of it."""
    solution, stub = course.solution(assignment.name), course.stub(assignment.name)
    made = make_stub(solution.read_text(encoding="utf-8"), solution.name, course.languages)
    if made != stub.read_text(encoding="utf-8"):
        raise UsageError(f"assignments/{stub.name} is not made from the solution; run `autograder build`")


class Prover:
    """Runs the answers to one exercise."""

    def __init__(self, checks: Checks, assignment: Assignment, exercise: Exercise, fork_server: ForkServer) -> None:
        self._course = checks.course
        self._seed = checks.seed
        self._assignment = assignment
        self._exercise = exercise
        limits = self._course.limits_of(assignment.name)
        short = replace(limits, check_seconds=MUTANT_SECONDS, timeouts=1)
        self._short_runner = SubmissionRunner(checks, fork_server, short)
        self._runner = SubmissionRunner(checks, fork_server, limits)
        self._diagnosis = Diagnosis(self._course, [exercise], KnownRuns(self._runner, whole=True), self._seed)

    def prove(self, tells: bool) -> Proof:
        """Return the proof under the seed with which the suites were collected."""
        started = time.monotonic()
        equivalents = load_equivalents(self._course.suites, self._exercise.name)
        common = load_common_mistakes(self._course.suites, self._exercise.name)
        runs = [self._answer_run(answer) for answer in answers_for(self._course, self._assignment, self._exercise)]
        holes = (*find_holes(runs, equivalents), *unfair_costs(runs, common))
        by_name = {cost.name: cost for cost in costs_of(runs)}
        costs = tuple(by_name[name] for name in common if name in by_name)
        told = [told_of_all(runs, kind) for kind in (Kind.MISCONCEPTION, Kind.MUTANT)] if tells else []
        return Proof(self._exercise.name, self._seed, holes, _counts(runs), time.monotonic() - started, costs, *told)

    def _answer_run(self, answer: Answer) -> AnswerRun:
        if answer.kind is Kind.MUTANT:
            run = self._run(self._short_runner, answer)
            return AnswerRun(answer, self._run(self._runner, answer) if _lost_a_worker(run) else run)
        run = self._run(self._runner, answer)
        matches = self._diagnosis.matches(self._assignment, run) if answer.kind is Kind.MISCONCEPTION else []
        names = tuple(misconception.name for misconception, _ in matches)
        return AnswerRun(answer, run, names, named_result(run, matches).score)

    def _run(self, runner: SubmissionRunner, answer: Answer) -> ExerciseRun:
        (run,) = runner.run(answer.submission, (self._exercise,)).exercises
        return run


def _lost_a_worker(run: ExerciseRun) -> bool:
    return any(reply.lost for check in run.checks for reply in check.evidence.replies)


def _counts(runs: list[AnswerRun]) -> Counter[str]:
    counts = Counter(one.answer.kind.value for one in runs)
    counts["answers"] = len(runs)
    counts["checks"] = len(runs[0].run.checks)
    counts["killed"] = sum(one.answer.kind is Kind.MUTANT and not one.full for one in runs)
    counts["equivalent"] = counts["mutant"] - counts["killed"]
    return counts
