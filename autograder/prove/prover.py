"""The prover: it runs every known answer to an exercise as a submission is run."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from autograder.build.stubs import stub_of
from autograder.course.errors import GraderError, NotGradable, UsageError
from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.todo import todos_of
from autograder.grading.collect import BrokenSuite, Checks, collect_suite
from autograder.grading.evidence import ExerciseRun
from autograder.grading.run_submission import SubmissionRunner
from autograder.mistakes.diagnose import Diagnosis
from autograder.mistakes.known_runs import KnownRuns
from autograder.mistakes.named import named_result
from autograder.prove.answers import Answer, Kind, answers_for
from autograder.prove.costs import costs_of, load_common_mistakes, unfair_costs
from autograder.prove.counts import counts_of
from autograder.prove.equivalents import load_equivalents
from autograder.prove.mutants import Mutant
from autograder.prove.proof import Hole, Proof, Task
from autograder.prove.rules import AnswerRun, find_faults, find_holes
from autograder.prove.search.survivors import Search, with_inputs
from autograder.prove.strays import strays_of
from autograder.prove.told import told_of_all
from autograder.workers.fork_server import ForkServer

MUTANT_SECONDS = 1.0  # what a mutant gets for a check; one that needs longer runs again with the course's limits
SEARCH_TIMEOUTS = 20  # so many workers may be lost to inputs that a search tries


def prove(course: Course, task: Task, fork_server: ForkServer) -> Proof:
    """Run every answer to an exercise and return what the suite did with them.

    What its author has marked as still to be done is a hole as well, and so are answers that no exercise has.
    """
    todos = [todo.said(course.root) for todo in todos_of(course, task.assignment, task.exercise)]
    proof = _proof(course, task, fork_server)
    lines = [*todos, *strays_of(course, task.exercise.name)]
    return dataclasses.replace(proof, holes=(*map(Hole, lines), *proof.holes))


def _proof(course: Course, task: Task, fork_server: ForkServer) -> Proof:
    assignment, exercise, seed, tells, mutant = task
    try:
        _require_markers(course, assignment)
        with collect_suite(course, assignment, exercise, seed) as checks:
            return Prover(checks, assignment, exercise, fork_server).prove(tells, mutant)
    except BrokenSuite as broken:
        hole = Hole("the suite cannot be collected:", traceback=broken.report)
    except (GraderError, UsageError, NotGradable) as problem:
        hole = Hole(str(problem))
    return Proof(exercise.name, seed, (hole,), mutant=mutant)


def _require_markers(course: Course, assignment: Assignment) -> None:
    """Raise `UsageError` where no stub can be made of the solution, or the stub that students get is not made of it."""
    stub = course.stub(assignment.name)
    if not stub.is_file() or stub.read_text(encoding="utf-8") != stub_of(course, assignment.name):
        raise UsageError(f"assignments/{stub.name} is not made from the solution; run `autograder build`")


class Prover:
    """Runs the answers to one exercise."""

    def __init__(self, checks: Checks, assignment: Assignment, exercise: Exercise, fork_server: ForkServer) -> None:
        self._course = checks.course
        self._checks = checks
        self._assignment = assignment
        self._exercise = exercise
        limits = self._course.limits_of(assignment.name)
        short = replace(limits, check_seconds=MUTANT_SECONDS, timeouts=1)
        self._short_runner = SubmissionRunner(checks, fork_server, short)
        self._runner = SubmissionRunner(checks, fork_server, limits)
        self._patient_runner = SubmissionRunner(checks, fork_server, replace(limits, timeouts=SEARCH_TIMEOUTS))
        self._diagnosis = Diagnosis(self._course, [exercise], KnownRuns(self._runner, whole=True), checks.seed)

    def prove(self, tells: bool, mutant: str) -> Proof:
        """Return the proof under the seed with which the suites were collected."""
        started = time.monotonic()
        runs = list(self._runs(mutant))
        if any(one.faults for one in runs if one.answer.kind is Kind.REFERENCE):
            proof = self._proof(list(find_faults(runs)))
        elif mutant:
            proof = self._proof([hole for hole in find_holes(runs, {}) if hole.mutant == mutant])
        else:
            proof = self._whole_proof(runs, tells)
        holes = tuple(self._with_inputs(proof.holes, runs))
        seconds = time.monotonic() - started
        counts = counts_of(runs, load_equivalents(self._course.suites, self._exercise.name))
        return dataclasses.replace(proof, holes=holes, counts=counts, seconds=seconds, mutant=mutant)

    def _runs(self, mutant: str) -> Iterator[AnswerRun]:
        """Yield what becomes of each answer, or only of the reference and a mutant; a suite that raises ends it."""
        for answer in answers_for(self._course, self._assignment, self._exercise):
            if mutant and answer.kind is not Kind.REFERENCE and answer.title != f"mutant {mutant}":
                continue
            run = self._answer_run(answer)
            yield run
            if answer.kind is Kind.REFERENCE and run.faults:
                return

    def _whole_proof(self, runs: list[AnswerRun], tells: bool) -> Proof:
        """Return the proof that all answers make, without its counts."""
        equivalents = load_equivalents(self._course.suites, self._exercise.name)
        common = load_common_mistakes(self._course.suites, self._exercise.name)
        by_name = {cost.name: cost for cost in costs_of(runs)}
        costs = tuple(by_name[name] for name in common if name in by_name)
        proof = self._proof([*find_holes(runs, equivalents), *map(Hole, unfair_costs(runs, common))])
        if not tells:
            return dataclasses.replace(proof, costs=costs)
        mistakes, mutants = (told_of_all(runs, kind) for kind in (Kind.MISCONCEPTION, Kind.MUTANT))
        return dataclasses.replace(proof, costs=costs, told_of_mistakes=mistakes, told_of_mutants=mutants)

    def _proof(self, holes: list[Hole]) -> Proof:
        return Proof(self._exercise.name, self._checks.seed, tuple(holes))

    def _with_inputs(self, holes: Sequence[Hole], runs: Sequence[AnswerRun]) -> Iterator[Hole]:
        answers = [one.answer for one in runs]
        mutants = {one.origin.name: one.submission for one in answers if isinstance(one.origin, Mutant)}
        search = Search(self._checks, self._assignment, self._exercise, self._patient_runner)
        return with_inputs(holes, mutants, search)

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
