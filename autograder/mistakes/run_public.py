"""Running known-wrong answers on the public cases, in processes of their own, by the students' own check."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from autograder.build.stubs import stub_of
from autograder.build.student_check import PACKAGE, check_files
from autograder.course.errors import GraderError, UsageError
from autograder.course.manifest import Course
from autograder.course.suite_files import STUDENTS_CODE
from autograder.sandbox.wrapped import can_wrap, run_module

RUNNER = "run_answers"  # the module of the package that runs answers
ANSWERS_PER_PROCESS = 100
SECONDS_PER_ANSWER = 20  # at most, for each of its cases
SECONDS = 300  # a process may take
UNWRAPPED = (
    "Some known mistakes are what students wrote, and they run in a sandbox only: install bubblewrap, or build on a "
    "machine that has it."
)


class PublicReply(msgspec.Struct, frozen=True):
    """What is known of an answer to the public cases: `told` and `warned` say that a message tells what is wrong."""

    state: str
    fingerprint: str | None
    told: bool
    warned: bool


class Answer(msgspec.Struct, frozen=True):
    """An answer to be run on the public cases of an exercise."""

    assignment: str
    exercise: str
    source: str


def run_answers(course: Course, answers: Sequence[Answer]) -> list[PublicReply]:
    """Return what is known of answers to the public cases; raise `GraderError` where they cannot be run.

    They are run in processes of their own, side by side, by a fresh copy of the students' package. Where the machine
    has bubblewrap these processes see this copy and Python alone; without it, what a student wrote is not run, and
    `UsageError` is raised.
    """
    if any(STUDENTS_CODE in one.source for one in answers) and not can_wrap():
        raise UsageError(UNWRAPPED)
    parts = [answers[start : start + ANSWERS_PER_PROCESS] for start in range(0, len(answers), ANSWERS_PER_PROCESS)]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        _write_package(course, Path(folder))
        stubs = {name: stub_of(course, name) for name in course.assignments}
        parts = [[_on_stub(stubs, one) for one in part] for part in parts]
        return [reply for part in pool.map(lambda part: _run(Path(folder), part), parts) for reply in part]


def _on_stub(stubs: Mapping[str, str], answer: Answer) -> Answer:
    """Return an answer as it stands in a student's file: below the rest of the stub."""
    return msgspec.structs.replace(answer, source=f"{stubs[answer.assignment]}\n\n{answer.source}")


def _write_package(course: Course, folder: Path) -> None:
    for path, text in _package(course):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def _package(course: Course) -> Iterator[tuple[Path, str]]:
    for path, text in check_files(course).items():
        if path.is_relative_to(course.check):
            yield path.relative_to(course.check.parent), text
    yield Path("check", f"{RUNNER}.py"), (PACKAGE / f"{RUNNER}.py").read_text(encoding="utf-8")
    for name in course.assignments:
        cases = course.public_cases(name)
        yield cases.relative_to(course.check.parent), cases.read_text(encoding="utf-8")


def _run(folder: Path, answers: Sequence[Answer]) -> list[PublicReply]:
    done = run_module(folder, f"check.{RUNNER}", [str(SECONDS_PER_ANSWER)], msgspec.json.encode(answers), SECONDS)
    if done.returncode:
        raise GraderError(f"The known mistakes cannot be run on the public cases: {done.stderr.decode()[-1000:]}")
    return msgspec.json.decode(done.stdout, type=list[PublicReply])
