"""The prover: it judges every answer to an exercise, as a submission is judged."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace

from autograder.course.errors import GraderError, NotGradable, UsageError
from autograder.course.manifest import Assignment, Course, Exercise
from autograder.grading.collect import Suites, use_suites
from autograder.grading.evidence import Judgement
from autograder.grading.judge import Judge
from autograder.mistakes.diagnose import Diagnosis
from autograder.prove.answers import Answer, Kind, answers_for
from autograder.prove.equivalents import load_equivalents
from autograder.prove.proof import Proof
from autograder.prove.rules import Judged, find_holes
from autograder.workers.fork_server import ForkServer

HASTY_SECONDS = 1.0  # what a mutant gets for a check; one that needs longer is judged again with the course's limits


def prove(course: Course, assignment: Assignment, exercise: Exercise, seed: str, fork_server: ForkServer) -> Proof:
    """Judge every answer to an exercise and return what the suite did with them."""
    found: list[Proof] = []

    def use(suites: Suites) -> None:
        found.append(Prover(course, assignment, exercise, suites, fork_server).prove(seed))

    try:
        use_suites(course, [assignment], seed, use)
    except (GraderError, UsageError, NotGradable) as problem:
        return Proof(exercise.name, seed, (str(problem),))
    return found[0]


class Prover:
    """Judges the answers to one exercise."""

    def __init__(
        self, course: Course, assignment: Assignment, exercise: Exercise, suites: Suites, fork_server: ForkServer
    ) -> None:
        self._course = course
        self._assignment = assignment
        self._exercise = exercise
        hasty = replace(course, limits=replace(course.limits, check_seconds=HASTY_SECONDS, timeouts=1))
        self._hasty_judge = Judge(hasty, suites, fork_server)
        self._judge = Judge(course, suites, fork_server)
        self._diagnosis = Diagnosis(course, [exercise], self._judge)

    def prove(self, seed: str) -> Proof:
        """Return the proof under the seed the suites were collected with."""
        started = time.monotonic()
        equivalents = load_equivalents(self._course.suites, self._exercise.name)
        judged = [self._judged(answer) for answer in answers_for(self._course, self._assignment, self._exercise)]
        holes = tuple(find_holes(judged, equivalents))
        return Proof(self._exercise.name, seed, holes, _counts(judged), time.monotonic() - started)

    def _judged(self, answer: Answer) -> Judged:
        if answer.kind is Kind.MUTANT:
            judgement = self._ask(self._hasty_judge, answer)
            return Judged(answer, self._ask(self._judge, answer) if _lost(judgement) else judgement)
        judgement = self._ask(self._judge, answer)
        matches = self._diagnosis.matches(self._assignment, judgement) if answer.kind is Kind.MISCONCEPTION else []
        return Judged(answer, judgement, tuple(misconception.name for misconception, _ in matches))

    def _ask(self, judge: Judge, answer: Answer) -> Judgement:
        (judgement,), _ = judge.judge(answer.submission, (self._exercise,))
        return judgement


def _lost(judgement: Judgement) -> bool:
    return any(reply.lost for evidence in judgement.evidence for reply in evidence.replies)


def _counts(judged: list[Judged]) -> Counter[str]:
    counts = Counter(one.answer.kind.value for one in judged)
    counts["answers"] = len(judged)
    counts["checks"] = len(judged[0].judgement.result.checks)
    counts["killed"] = sum(one.answer.kind is Kind.MUTANT and not one.full for one in judged)
    counts["equivalent"] = counts["mutant"] - counts["killed"]
    return counts
