"""A key for the behaviour of a wrong answer, by which answers with the same unnamed mistake are put together.

Two answers have the same key when the same checks fail with the same replies, up to the rounding of float32. The key is
made with the seed: from a key alone nobody finds out what a hidden check asks.
"""

from __future__ import annotations

import hashlib
import hmac
import json

from autograder.checks.kinds import form_of
from autograder.course.outcome import Outcome
from autograder.grading.evidence import CheckRun, ExerciseRun

KEY_LENGTH = 12  # hexadecimal digits


def behaviour(run: ExerciseRun, seed: str) -> str:
    """Return the key of a wrong answer's behaviour.

    It is empty where no check failed by what the answer replied, and where the answer ran out of time or crashed.
    """
    failed = [check for check in run.checks if check.result.outcome is Outcome.FAILED]
    replies = [reply for check in failed for reply in check.evidence.replies]
    if not replies or any(reply.lost for reply in replies):
        return ""
    forms = [_form_of_check(check) for check in run.checks]
    text = json.dumps([run.exercise.name, forms], ensure_ascii=True)
    return hmac.new(seed.encode(), text.encode(), hashlib.sha256).hexdigest()[:KEY_LENGTH]


def _form_of_check(check: CheckRun) -> object:
    """Return what counts of a check: its outcome, and where it failed its replies."""
    outcome = check.result.outcome
    replies = check.evidence.replies if outcome is Outcome.FAILED else ()
    return [check.result.name, outcome.value, [form_of(one.value) for one in replies]]
