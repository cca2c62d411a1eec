"""Running known answers on the public cases, in processes of their own, by the students' own check."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from autograder.build.stubs import stub_of
from autograder.build.student_check import NOT_COPIED, PACKAGE, check_files
from autograder.course.errors import GraderError, UsageError
from autograder.course.libraries import require_libraries
from autograder.course.manifest import Course
from autograder.course.suite_files import STUDENTS_CODE
from autograder.mistakes.public_answers import Answer, Cases, PublicReply, PublicRun
from autograder.mistakes.runner_files import RUNNER
from autograder.sandbox.wrapped import can_wrap, run_module

ANSWERS_PER_PROCESS = 100
SECONDS_PER_ANSWER = 20  # at most, for each of its cases
SECONDS = 300  # a process may take
SENT = "assignment", "exercise", "source", "right"  # of an answer
UNWRAPPED = (
    "Some known mistakes are what students wrote, and they run in a sandbox only: install bubblewrap, or build on a "
    "machine that has it."
)


def run_answers(course: Course, answers: Sequence[Answer]) -> list[PublicReply]:
    """Return what is known of answers to the public cases; raises as `run_public` does."""
    return run_public(course, answers).replies


def run_public(course: Course, answers: Sequence[Answer]) -> PublicRun:
    """Return what is known of the public cases and of answers to them; raise `GraderError` where they cannot be run.

    They are run in processes of their own, side by side, by a fresh copy of the students' package. Where the machine
    has bubblewrap these processes see this copy and Python alone; without it, what a student wrote is not run, and
    `UsageError` is raised, as it is where a library or a file is missing, or where cases cannot be read.
    """
    if any(STUDENTS_CODE in one.source for one in answers) and not can_wrap():
        raise UsageError(UNWRAPPED)
    require_libraries(course)
    parts = [answers[start : start + ANSWERS_PER_PROCESS] for start in range(0, len(answers), ANSWERS_PER_PROCESS)]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        _write_package(course, Path(folder))
        stubs = {name: stub_of(course, name) for name in course.assignments}
        parts = [[_on_stub(stubs, one) for one in part] for part in parts]
        runs = list(pool.map(lambda part: _run(Path(folder), part), parts))
    cases = {name: known for run in runs for name, known in run.cases.items()}
    _require_readable(course, cases)
    return PublicRun(cases, [reply for run in runs for reply in run.replies])


def _require_readable(course: Course, cases: Mapping[str, Cases]) -> None:
    """Raise `UsageError` with a line for each assignment whose cases cannot be read."""
    broken = [f"{place_of_case(course, name, one.line)}: {one.error}." for name, one in cases.items() if one.error]
    if broken:
        raise UsageError("\n".join(broken))


def place_of_case(course: Course, assignment: str, line: int) -> str:
    """Return the place of a public case, below the folder of the course."""
    return f"{course.public_cases(assignment).relative_to(course.root)}:{line}"


def _on_stub(stubs: Mapping[str, str], answer: Answer) -> Answer:
    """Return an answer as it stands in a student's file: below the rest of the stub."""
    if answer.whole:
        return answer
    return msgspec.structs.replace(answer, source=f"{stubs[answer.assignment]}\n\n{answer.source}")


def _write_package(course: Course, folder: Path) -> None:
    for path, text in _package(course):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def _package(course: Course) -> Iterator[tuple[Path, str]]:
    for path, text in check_files(course).items():
        if path.is_relative_to(course.check):
            yield path.relative_to(course.check.parent), text
    for name in sorted(NOT_COPIED):
        yield Path("check", name), (PACKAGE / name).read_text(encoding="utf-8")
    for cases in map(course.public_cases, course.assignments):
        if cases.is_file():
            yield cases.relative_to(course.check.parent), cases.read_text(encoding="utf-8")


def _run(folder: Path, answers: Sequence[Answer]) -> PublicRun:
    sent = [{key: getattr(one, key) for key in SENT} for one in answers]
    done = run_module(folder, f"check.{RUNNER}", [str(SECONDS_PER_ANSWER)], msgspec.json.encode(sent), SECONDS)
    if done.returncode:
        raise GraderError(f"The known answers cannot be run on the public cases: {done.stderr.decode()[-1000:]}")
    return msgspec.json.decode(done.stdout, type=PublicRun)
