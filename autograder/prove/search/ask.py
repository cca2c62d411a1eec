"""Asking a mutant and the reference the same, in workers as any answer is asked, until they reply differently."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from autograder.checks.loaded import LoadedSubmission
from autograder.checks.reply import Reply
from autograder.course.errors import GraderError, NotGradable
from autograder.course.manifest import Exercise
from autograder.course.outcome import NotRun
from autograder.grading.run_submission import SubmissionRunner
from autograder.mistakes.same_reply import same_reply
from autograder.prove.proof import Inputs
from autograder.prove.search.requests import Request
from autograder.prove.search.shown import shown_reply, shown_request
from autograder.submissions.read import Submission
from autograder.worker.shared.values import NotPlain, Raised
from autograder.workers.session import Session

MOST_CASES = 600
MOST_BYTES = 1 << 16  # of the arguments of one request
Clock = float  # the time at which a search ends


@dataclass(frozen=True, eq=False)
class Case:
    """A request, and what the reference replies."""

    request: Request
    right: Reply


class Asker:
    """Asks answers to one exercise, each in a fresh worker."""

    def __init__(self, runner: SubmissionRunner, exercise: Exercise) -> None:
        self._runner = runner
        self._exercise = exercise.name

    def right_replies(
        self, reference: Submission, requests: Iterable[Request], raised: set[str], end: Clock
    ) -> Iterator[Case]:
        """Yield the requests to which the reference replies twice the same, until `end`.

        An exception counts where it is one of those that the suite has seen (`raised`): others tell that the exercise
        does not speak of such arguments.
        """
        with self._runner.session(reference) as session:
            for request in islice(_distinct(requests), MOST_CASES):
                if time.monotonic() > end:
                    return
                replies = [self._ask(session, request) for _ in range(2)]
                first, again = replies
                if first is None or again is None or not same_reply(first, again):
                    continue
                if not isinstance(first.value, Raised) or first.value.name in raised:
                    yield Case(request, first)

    def tell_apart(self, answer: Submission, cases: Sequence[Case], end: Clock) -> Inputs:
        """Return calls on which an answer is wrong, or how many were tried until `end`."""
        tried = 0
        with self._runner.session(answer) as session:
            for number, case in enumerate(cases):
                if time.monotonic() > end:
                    break
                got = self._ask(session, case.request)
                if got is None:
                    break
                tried += 1
                if not same_reply(got, case.right):
                    return Inputs(tuple(self._shortest(session, cases, number)), tried)
        return Inputs((), tried)

    def _shortest(self, session: Session, cases: Sequence[Case], number: int) -> Iterator[str]:
        """Yield the lines that show the fewest calls after which the answer is wrong, each tried in a fresh worker."""
        last = cases[number]
        before = [[], [last], *([[cases[number - 1]]] if number else [])]
        for earlier in before:
            session.close()
            for case in earlier:
                self._ask(session, case.request)
            got = self._ask(session, last.request)
            if got is not None and not same_reply(got, last.right):
                yield from (f"after {shown_request(case.request, self._exercise)}:" for case in earlier)
                yield self._line(last, got)
                return
        yield f"{shown_request(last.request, self._exercise)} is wrong after {number} other calls"

    def _line(self, case: Case, got: Reply) -> str:
        call, right = shown_request(case.request, self._exercise), shown_reply(case.right)
        return f"{call} is {right}; the mutant gives {shown_reply(got)}"

    def _ask(self, session: LoadedSubmission, request: Request) -> Reply | None:
        """Return the reply to a request, or None where it cannot be asked."""
        try:
            session.begin_check(self._exercise)
            return request.ask(session, self._exercise)
        except (NotRun, NotGradable, GraderError):
            return None


def _distinct(requests: Iterable[Request]) -> Iterator[Request]:
    """Yield the requests that can be sent and are not too long, each once."""
    seen = set[object]()
    for request in requests:
        try:
            key = request.key(MOST_BYTES)
        except NotPlain:
            continue
        if key not in seen and len(key[1]) <= MOST_BYTES:
            seen.add(key)
            yield request
