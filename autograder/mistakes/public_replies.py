"""What the known mistakes reply to the public cases, as students get it: fingerprints with explanations."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from autograder.build.stubs import make_stub
from autograder.build.student_check import HEADER, PACKAGE, check_files
from autograder.course.errors import GraderError
from autograder.course.manifest import Assignment, Course
from autograder.mistakes.catalogue import Misconception, load_misconceptions

ANSWERS_PER_PROCESS = 100
SECONDS_PER_ANSWER = 20  # at most, for each of its cases
SECONDS = 300  # a process may take
SHOWING = {"card", "command", "common_errors", "hints", "pictures", "screen", "spare", "watch"}  # change no verdict


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


def mistake_files(course: Course) -> dict[Path, str]:
    """Return the text of the files of known mistakes, by path; mistakes are run only where something has changed."""
    files = {}
    for name, assignment in course.assignments.items():
        text = _mistake_file(course, assignment)
        for folder in (course.check, course.notebook(name).parent / "check"):
            files[folder / "mistakes" / f"{name}.json"] = text
    return files


def _mistake_file(course: Course, assignment: Assignment) -> str:
    path = course.check / "mistakes" / f"{assignment.name}.json"
    known = {one.name: load_misconceptions(course, one.name) for one in assignment.exercises}
    digest = _digest(course, assignment, known)
    if path.is_file() and f'"made_from": "{digest}"' in (text := path.read_text(encoding="utf-8")):
        return text
    pairs = [(name, mistake) for name, mistakes in known.items() for mistake in mistakes]
    answers = [Answer(assignment.name, exercise, one.source) for exercise, one in pairs]
    replies = run_answers(course, answers) if course.name_mistakes else []
    exercises: dict[str, dict[str, dict[str, str]]] = {}
    for exercise, entries in _grouped(pairs, replies).items():
        exercises[exercise] = {key: entries[key] for key in sorted(entries)}
    content = {"generated": HEADER.strip("# \n"), "made_from": digest, "exercises": exercises}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _grouped(
    pairs: Sequence[tuple[str, Misconception]], replies: Sequence[PublicReply]
) -> dict[str, dict[str, dict[str, str]]]:
    """Return the explanation for each fingerprint of each exercise, where there is only one."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for (exercise, mistake), reply in zip(pairs, replies, strict=False):
        if reply.fingerprint:
            found[exercise, reply.fingerprint].add((mistake.explanation.zh, mistake.explanation.en))
    grouped: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for (exercise, key), explanations in found.items():
        if len(explanations) == 1:
            ((zh, en),) = explanations
            grouped[exercise][key] = {"zh": zh, "en": en}
    return grouped


def _digest(course: Course, assignment: Assignment, known: Mapping[str, Sequence[Misconception]]) -> str:
    """Return the digest of all that the file of an assignment is made from."""
    made_from = hashlib.sha256(f"{course.name_mistakes}".encode())
    made_from.update(course.public_cases(assignment.name).read_bytes())
    for path in sorted(PACKAGE.glob("*.py")):
        if path.stem not in SHOWING:
            made_from.update(path.read_bytes())
    for exercise, mistakes in known.items():
        for one in mistakes:
            made_from.update(repr((exercise, one.name, one.source, one.explanation)).encode())
    return made_from.hexdigest()


def run_answers(course: Course, answers: Sequence[Answer]) -> list[PublicReply]:
    """Return what is known of answers of ours to the public cases; raise `GraderError` where they cannot be run.

    They are run in processes of their own, side by side, by a fresh copy of the students' package.
    """
    parts = [answers[start : start + ANSWERS_PER_PROCESS] for start in range(0, len(answers), ANSWERS_PER_PROCESS)]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        _write_package(course, Path(folder))
        stubs = {
            name: make_stub(course.solution(name).read_text(encoding="utf-8"), name) for name in course.assignments
        }
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
    yield Path("check", "run_answers.py"), (PACKAGE / "run_answers.py").read_text(encoding="utf-8")
    for name in course.assignments:
        cases = course.public_cases(name)
        yield cases.relative_to(course.check.parent), cases.read_text(encoding="utf-8")


def _run(folder: Path, answers: Sequence[Answer]) -> list[PublicReply]:
    done = subprocess.run(
        [sys.executable, "-m", "check.run_answers", str(SECONDS_PER_ANSWER)],
        input=msgspec.json.encode(answers),
        cwd=folder,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode:
        raise GraderError(f"The known mistakes cannot be run on the public cases: {done.stderr.decode()[-1000:]}")
    return msgspec.json.decode(done.stdout, type=list[PublicReply])
