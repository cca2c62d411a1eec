"""What the known mistakes reply to the public cases, as students get it: fingerprints with explanations."""

from __future__ import annotations

import ast
import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from autograder.build.student_check import PACKAGE, by_language, generated
from autograder.course.manifest import Assignment, Course
from autograder.course.text import Text
from autograder.mistakes.catalogue import Misconception, load_misconceptions
from autograder.mistakes.run_public import RUNNER, Answer, PublicReply, run_answers


def mistake_files(course: Course) -> dict[Path, str]:
    """Return the text of the files of known mistakes, by path; mistakes are run only where something has changed."""
    files = {}
    for name, assignment in course.assignments.items():
        files[course.check / "mistakes" / f"{name}.json"] = _mistake_file(course, assignment)
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
    for exercise, entries in _grouped(course, pairs, replies).items():
        exercises[exercise] = {key: entries[key] for key in sorted(entries)}
    content = {"generated": generated(course), "made_from": digest, "exercises": exercises}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


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
    for path in sorted(_imported(RUNNER, set())):
        made_from.update(path.read_bytes())
    for exercise, mistakes in known.items():
        for one in mistakes:
            made_from.update(repr((exercise, one.name, one.source, one.explanation)).encode())
    return made_from.hexdigest()


def _imported(module: str, found: set[Path]) -> set[Path]:
    """Return the files of the students' package that a module of it needs, its own among them."""
    path = (PACKAGE / module.replace(".", "/")).with_suffix(".py")
    if path.is_file() and path not in found:
        found.add(path)
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ImportFrom) and node.level:
                folder = module.split(".")[: -node.level]
                module_of = [*folder, node.module] if node.module else folder
                _imported(".".join(module_of), found)
                for alias in node.names:
                    _imported(".".join([*module_of, alias.name]), found)
    return found
