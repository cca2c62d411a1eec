"""The mutants that no check fails, each with inputs on which it is wrong where a search finds some."""

from __future__ import annotations

import ast
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, zip_longest
from random import Random

from autograder.course.manifest import Assignment, Exercise
from autograder.grading.collect import Checks
from autograder.grading.run_exercises import run_exercises
from autograder.grading.run_submission import SubmissionRunner
from autograder.prove.proof import Hole, Inputs
from autograder.prove.search.ask import Asker, Case
from autograder.prove.search.inputs import other_inputs
from autograder.prove.search.requests import Recorder, Request, direct_calls
from autograder.submissions.read import Submission

CASE_SECONDS, MUTANT_SECONDS, ALL_SECONDS = 5.0, 3.0, 20.0
MOST_CALLS = 12  # of a suite, whose arguments are changed


class Search:
    """Searches for inputs for the survivors of one exercise, until `ALL_SECONDS` are over."""

    def __init__(self, checks: Checks, assignment: Assignment, exercise: Exercise, runner: SubmissionRunner) -> None:
        self._checks = checks
        self._assignment = assignment
        self._exercise = exercise
        self._runner = runner
        self._asker = Asker(runner, exercise)
        self._end = time.monotonic() + ALL_SECONDS

    def cases(self) -> list[Case]:
        """Return requests like those of the suite, with what the reference replies."""
        source = self._checks.course.solution(self._assignment.name).read_text(encoding="utf-8")
        reference = Submission("", self._assignment.name, False, (source,), {}, ())
        recorder = self._recorded(reference)
        requests = _like(recorder.requests, _argument_count(source, self._exercise.name))
        end = time.monotonic() + CASE_SECONDS
        return list(self._asker.right_replies(reference, requests, recorder.raised, end))

    def inputs_for(self, mutant: Submission, cases: Sequence[Case]) -> Inputs:
        """Return what a search among these cases finds for one mutant."""
        return self._asker.tell_apart(mutant, cases, min(self._end, time.monotonic() + MUTANT_SECONDS))

    def _recorded(self, reference: Submission) -> Recorder:
        """Return what the suite asks of the reference."""
        with self._runner.session(reference) as session:
            recorder = Recorder(session)
            run_exercises(self._checks, self._assignment, (self._exercise,), recorder)
        return recorder


def with_inputs(holes: Sequence[Hole], mutants: Mapping[str, Submission], search: Search) -> Iterator[Hole]:
    """Yield the holes, those that are mutants with what a search found for each."""
    cases = search.cases() if any(hole.mutant for hole in holes) else []
    for hole in holes:
        yield replace(hole, inputs=search.inputs_for(mutants[hole.mutant], cases)) if hole.mutant else hole


def _like(requests: Sequence[Request], count: int) -> Iterator[Request]:
    """Yield requests with other arguments: direct calls first, and of several requests each in turn."""
    random = Random(0)
    calls = list(direct_calls(requests, count))[:MOST_CALLS]
    probes = [request for request in requests if request.probe is not None][:MOST_CALLS]
    for some in (calls, probes):
        yield from _in_turn([_others(request, random) for request in some])


def _others(request: Request, random: Random) -> Iterator[Request]:
    return map(request.with_values, other_inputs(request.values, random))


def _in_turn(iterables: Iterable[Iterable[Request]]) -> Iterator[Request]:
    return (request for request in chain.from_iterable(zip_longest(*iterables)) if request is not None)


def _argument_count(source: str, exercise: str) -> int:
    """Return how many arguments the function of an exercise has; 0 where it is a class."""
    node = next((one for one in ast.parse(source).body if getattr(one, "name", None) == exercise), None)
    return len(node.args.args) if isinstance(node, ast.FunctionDef) else 0
