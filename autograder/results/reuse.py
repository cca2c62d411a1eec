"""What an earlier run left that need not be done again: its results, and the seed to go on with."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.results.digest import Fingerprints
from autograder.results.files import result_path
from autograder.results.model import Result
from autograder.results.reader import read_result
from autograder.sandbox.levels import strongest
from autograder.submissions.find import Handin


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
            if result.fingerprint == fingerprints.of(paths[path].loaded(course.limits)):
                kept[path] = result
    return kept


def seed_of(out: Path) -> str:
    """Return the seed of the results in `out`, "" if there are none; raise `UsageError` if there are several."""
    seeds = {result.seed for path in out.glob("*/*.json") if (result := read_result(path))}
    if len(seeds) > 1:
        raise UsageError(f"The results in {out} were graded with {len(seeds)} different seeds. Name one with --seed.")
    return next(iter(seeds), "")
