"""The results that an earlier run left and that need not be made again."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from autograder.course.manifest import Course
from autograder.results.digest import Fingerprints
from autograder.results.files import result_path
from autograder.results.model import Result
from autograder.results.reader import read_result
from autograder.sandbox.levels import strongest
from autograder.submissions.handin import Handin


def unchanged_results(course: Course, handins: Sequence[Handin], out: Path, seed: str) -> dict[Path, Result]:
    """Return the results in `out` that grading again would give again."""
    paths = {result_path(out, handin.student, handin.assignment): handin for handin in handins}
    earlier = {path: result for path in paths if (result := read_result(path)) and result.seed == seed}
    if not earlier:
        return {}
    fingerprints = Fingerprints(course, seed, strongest().name)
    kept = {}
    for path, result in earlier.items():
        with contextlib.suppress(OSError):  # what cannot be read is graded, and says so
            handin = paths[path].loaded(course.limits_of(paths[path].assignment))
            if result.fingerprint == fingerprints.of(handin.assignment, fingerprints.depends_on(handin)):
                kept[path] = result
    return kept
