"""Runs of known-wrong answers in a folder of the course, for later processes; the folder can be deleted at any time.

A file is found by the digest of all that decides what is in it: suite, solution, answer, seed, engine and isolation. It
begins with a signature by the course seed, so a file that was cut, changed or planted counts as none.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.outcome import Outcome
from autograder.mistakes.catalogue import Misconception
from autograder.mistakes.known_check import KnownCheck, pack_checks, unpack_checks
from autograder.results.digest import digest, digest_of_checks

FOLDER = Path(".autograder") / "mistakes"
MOST_BYTES = 1 << 22  # of one file
MOST_RULES = 4  # of an exercise: the folders of older suites and seeds are removed
SIGNATURE_BYTES = hashlib.sha256().digest_size


class KeptRuns:
    """The runs that are kept under one course, seed and level of isolation."""

    def __init__(self, course: Course, seed: str, level: str) -> None:
        self._course = course
        self._seed = seed
        self._level = level
        self._folders: dict[str, Path] = {}

    def read(self, assignment: Assignment, exercise: Exercise, misconception: Misconception) -> tuple[KnownCheck, ...]:
        """Return the checks of a misconception that are kept; none where there is no sound file."""
        path = self._path(assignment, exercise, misconception)
        with contextlib.suppress(Exception):  # a file that can be read in no way is made anew
            data = path.read_bytes()
            if hmac.compare_digest(data[:SIGNATURE_BYTES], self._signature(path, data[SIGNATURE_BYTES:])):
                return unpack_checks(data[SIGNATURE_BYTES:])
        return ()

    def write(
        self, assignment: Assignment, exercise: Exercise, misconception: Misconception, checks: Sequence[KnownCheck]
    ) -> None:
        """Keep the checks of a misconception, unless the grader failed in one; do nothing where that cannot be done."""
        if any(check.outcome is Outcome.GRADER_ERROR for check in checks):
            return
        path, data = self._path(assignment, exercise, misconception), pack_checks(checks)
        if len(data) > MOST_BYTES:
            return
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_privately(path, self._signature(path, data) + data)

    def _path(self, assignment: Assignment, exercise: Exercise, misconception: Misconception) -> Path:
        if exercise.name not in self._folders:
            rules = digest(digest_of_checks(self._course, assignment, [exercise]), self._seed, self._level)
            self._folders[exercise.name] = self._course.root / FOLDER / exercise.name / rules[:32]
            remove_old(self._folders[exercise.name])
        return self._folders[exercise.name] / digest(misconception.name, misconception.source)[:32]

    def _signature(self, path: Path, data: bytes) -> bytes:
        return hmac.digest(self._seed.encode(), f"{path.parent.name}/{path.name}".encode() + data, "sha256")


def write_privately(path: Path, data: bytes) -> None:
    """Write a file that nobody else can read, also where several shards write it at once; raise `OSError`.

    It is written under a name of its own and renamed, so that nobody ever reads a part.
    """
    descriptor, temporary = tempfile.mkstemp(dir=path.parent)
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except OSError:
        os.unlink(temporary)
        raise


def remove_old(folder: Path) -> None:
    """Remove the folders beside this one, but for the latest."""
    with contextlib.suppress(OSError):
        others = sorted((one for one in folder.parent.iterdir() if one != folder), key=lambda one: one.stat().st_mtime)
        for other in others[: 1 - MOST_RULES]:
            shutil.rmtree(other, ignore_errors=True)
