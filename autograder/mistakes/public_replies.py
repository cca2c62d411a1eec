"""What the known mistakes reply to the public cases, as students get it: fingerprints with explanations."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from autograder.build.student_check import by_language, generated
from autograder.course.errors import GraderError, UsageError
from autograder.course.manifest import Assignment, Course
from autograder.course.text import Text
from autograder.mistakes.catalogue import Misconception, load_misconceptions
from autograder.mistakes.public_answers import Answer, Cases, PublicReply
from autograder.mistakes.public_faults import references, require_sound_cases
from autograder.mistakes.run_public import run_public
from autograder.mistakes.runner_files import runner_files


def mistake_files(course: Course) -> dict[Path, str]:
    """Return the text of the files of known mistakes, by path; answers are run only where something has changed.

    Raises `UsageError` where a known mistake is not in form, or the cases are not sound: the solution fails one.
    """
    files = {}
    for name, assignment in course.assignments.items():
        files[course.check / "mistakes" / f"{name}.json"] = _mistake_file(course, assignment)
    return files


def _mistake_file(course: Course, assignment: Assignment) -> str:
    path = course.check / "mistakes" / f"{assignment.name}.json"
    known = _known(course, assignment)
    digest = _digest(course, assignment, known)
    if path.is_file() and f'"made_from": "{digest}"' in (text := path.read_text(encoding="utf-8")):
        return text
    pairs = [(name, mistake) for name, mistakes in known.items() for mistake in mistakes]
    replies = _replies(course, assignment, pairs if course.name_mistakes else [])
    exercises: dict[str, dict[str, dict[str, str]]] = {}
    for exercise, entries in _grouped(course, pairs, replies).items():
        exercises[exercise] = {key: entries[key] for key in sorted(entries)}
    content = {"generated": generated(course), "made_from": digest, "exercises": exercises}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _known(course: Course, assignment: Assignment) -> dict[str, Sequence[Misconception]]:
    """Return the known mistakes of each exercise; raise `UsageError` where one is not in form."""
    try:
        return {one.name: load_misconceptions(course, one.name) for one in assignment.exercises}
    except GraderError as fault:  # here it is a slip of the author, who builds
        raise UsageError(str(fault)) from None


def _replies(course: Course, assignment: Assignment, pairs: Sequence[tuple[str, Misconception]]) -> list[PublicReply]:
    """Return what known mistakes reply; raise `UsageError` where the cases are wrong, or the solution fails one."""
    right = references(course, assignment, [one.name for one in assignment.exercises])
    wrong = [Answer(assignment.name, exercise, one.source) for exercise, one in pairs]
    run = run_public(course, [*(answer for _, answer in right), *wrong])
    require_sound_cases(course, assignment, run.cases.get(assignment.name, Cases()), right, run.replies[: len(right)])
    return run.replies[len(right) :]


def _grouped(
    course: Course, pairs: Sequence[tuple[str, Misconception]], replies: Sequence[PublicReply]
) -> dict[str, dict[str, dict[str, str]]]:
    """Return the explanation for each fingerprint of each exercise, where there is only one."""
    found: dict[tuple[str, str], set[Text]] = defaultdict(set)
    for (exercise, mistake), reply in zip(pairs, replies, strict=False):
        if reply.fingerprint:
            found[exercise, reply.fingerprint].add(mistake.explanation)
    grouped: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for (exercise, key), explanations in found.items():
        if len(explanations) == 1:
            grouped[exercise][key] = by_language(course, explanations.pop())
    return grouped


def _digest(course: Course, assignment: Assignment, known: Mapping[str, Sequence[Misconception]]) -> str:
    """Return the digest of all that the file of an assignment is made from."""
    made_from = hashlib.sha256(f"{course.name_mistakes} {course.languages} {course.libraries}".encode())
    made_from.update(course.public_cases(assignment.name).read_bytes())
    made_from.update(course.solution(assignment.name).read_bytes())
    made_from.update(repr([one.name for one in assignment.exercises]).encode())
    for path in runner_files():
        made_from.update(path.read_bytes())
    for exercise, mistakes in known.items():
        for one in mistakes:
            made_from.update(repr((exercise, one.name, one.source, one.explanation)).encode())
    return made_from.hexdigest()
