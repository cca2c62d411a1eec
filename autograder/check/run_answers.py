"""Runs answers on the public cases, for `autograder build` and `autograder prove`; students get no copy of this file.

Its argument is how many seconds each case may take. It reads a JSON list of answers from standard input, each with
`assignment`, `exercise`, `source` and `right`. It writes what the public cases of each assignment are, and what is
known of each answer: its state, its fingerprint, whether a message told more than wrong values, whether its text was
warned of, and for an answer that is `right` each case that does not pass.
"""

from __future__ import annotations
import __future__

import ast
import contextlib
import json
import linecache
import signal
import sys
from types import ModuleType

from . import libraries, messages, written_cases
from .course import read_course
from .fingerprint import fingerprint
from .kinds import sentences
from .model import ExerciseVerdict, Layer, Raises, State
from .verdicts import check_exercise

NAME = "answer"  # of the module that an answer is
CHANGES = messages.CHANGED, sentences.CHANGED_ARRAY, sentences.CHANGED_VALUE


def main() -> None:
    """Run the answers of standard input, one after the other; none where the cases of an assignment are broken."""
    written_cases.note_places()
    libraries.warm_up()
    output, sys.stdout = sys.stdout, sys.stderr  # what an answer prints is no part of the reply
    signal.signal(signal.SIGALRM, _too_slow)
    answers, seconds = json.load(sys.stdin), int(sys.argv[1])
    cases = {name: written_cases.describe(name) for name in sorted({one["assignment"] for one in answers})}
    broken = any("error" in one for one in cases.values())
    replies = [] if broken else [_run(number, seconds, **answer) for number, answer in enumerate(answers)]
    json.dump({"cases": cases, "replies": replies}, output)


def _too_slow(_signal: int, _frame: object) -> None:
    raise TimeoutError("it takes too long")


def _run(number: int, seconds: int, assignment: str, exercise: str, source: str, right: bool) -> dict[str, object]:
    """Return what is known of one answer, which may take so many seconds for each of its cases."""
    found = read_course()[assignment]
    libraries.reset()
    signal.setitimer(signal.ITIMER_REAL, seconds, seconds)
    try:
        names = _namespace(source, f"<answer {number}>")
        asked = next(one for one in found.exercises if one.name == exercise)
        verdict = check_exercise(found, asked, names, alone=True)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return _facts(verdict) | {"failures": written_cases.failures(verdict) if right else []}


def _namespace(source: str, file: str) -> dict[str, object]:
    """Run the text of an answer, each statement by itself, and return its names; `file` is what Python calls it."""
    linecache.cache[file] = len(source), None, source.splitlines(keepends=True), file
    module = sys.modules[NAME] = ModuleType(NAME)  # where dataclasses look for it
    module.__file__ = file
    names = vars(module)
    for statement in ast.parse(source).body:
        with contextlib.suppress(Exception):  # an import of a library that is not there costs nothing else
            exec(compile(ast.Module([statement], []), file, "exec", __future__.annotations.compiler_flag), names)
    return names


def _facts(verdict: ExerciseVerdict) -> dict[str, object]:
    return {
        "state": verdict.state,
        "fingerprint": fingerprint(verdict.cases),
        "told": _is_told(verdict),
        "warned": verdict.warning is not None,
    }


def _is_told(verdict: ExerciseVerdict) -> bool:
    """Tell whether the first message says what is wrong, more than that values differ or that an error came."""
    first = next((one for one in verdict.cases if one.state is not State.passed), None)
    if first is None or first.message is None:
        return False
    if first.layer is Layer.runs:
        return isinstance(first.case.expected, Raises) or not isinstance(first.got, BaseException)
    return first.layer is not Layer.values or first.message in CHANGES


if __name__ == "__main__":
    main()
