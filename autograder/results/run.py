"""What a run is graded with, on disk before its first submission: `run.json` in the folder of results."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.results.digest import Fingerprints
from autograder.results.files import RUN, write_whole
from autograder.results.reader import read_result
from autograder.results.writer import to_json
from autograder.submissions.handin import Handin

SCHEMA = "autograder/run/1"
Students = dict[str, tuple[str, ...]]  # by assignment


class Run(Struct, frozen=True, tag_field="schema", tag=SCHEMA):
    """The seed, the level of isolation, and of each assignment the digest of all else that decides its results.

    `unproven` names the exercises that were graded although their suites were not proven. `results` has the students of
    each assignment, None where it does not say; those of an assignment that nobody handed in are of the run before.
    """

    seed: str
    isolation: str
    assignments: dict[str, str]
    unproven: tuple[str, ...]
    results: Students | None = None


def describe_run(
    course: Course,
    handins: Sequence[Handin],
    seed: str,
    isolation: str,
    unproven: Sequence[str],
    before: Students | None = None,
) -> Run:
    """Return the description of a run that grades these hand-ins; `before` has the results of the run before it."""
    fingerprints = Fingerprints(course, seed, isolation)
    pairs = {name: tuple(one.student for one in handins if one.assignment == name) for name in course.assignments}
    graded = {name: students for name, students in pairs.items() if students}
    rules = {name: fingerprints.rules(name) for name in graded}
    return Run(seed, isolation, rules, tuple(unproven), {**(before or {}), **graded})


def results_before(out: Path) -> Students:
    """Return the results that the run in a folder lists; none where there is no run, or its description is broken."""
    try:
        run = read_run(out, "")
    except UsageError:
        return {}
    return run.results or {} if run else {}


def write_run(out: Path, run: Run) -> None:
    """Write what a run is graded with; raise `GraderError` when that cannot be written."""
    write_whole(out / RUN, to_json(run))


def resumed_seed(out: Path, given: str, isolation: str) -> str:
    """Return the seed to go on with in `out`: that of the run there, or `given` where there is none.

    Raises `UsageError` where the run there has another seed or was graded at another level of isolation.
    """
    earlier = read_run(out, "Grade without --resume.")
    seeds = {earlier.seed} if earlier else _seeds_of_results(out)
    if given and seeds and given not in seeds:
        raise UsageError(f"{out} was graded with another seed. Go on without --seed, or grade without --resume.")
    if earlier and earlier.isolation != isolation:
        levels = f"at the level `{earlier.isolation}`, and this machine grades at `{isolation}` now"
        raise UsageError(f"{out} was graded {levels}. Grade without --resume.")
    if len(seeds) > 1 and not given:
        raise UsageError(f"The results in {out} were graded with {len(seeds)} different seeds. Name one with --seed.")
    return given or next(iter(seeds), "")


def read_run(out: Path, advice: str) -> Run | None:
    """Return what the last run in a folder is graded with, None where that is not said.

    Raises `UsageError` with the advice where the description is broken.
    """
    path = out / RUN
    if not path.exists():
        return None
    try:
        return msgspec.convert(json.loads(path.read_bytes()), Run)  # `json` reads names that are not valid Unicode
    except (OSError, ValueError, msgspec.ValidationError) as error:
        raise UsageError(f"{path} cannot be used to go on: {error}. {advice}") from None


def _seeds_of_results(out: Path) -> set[str]:
    """Return the seeds of the results in a folder that has no description of its run."""
    return {result.seed for path in out.glob("*/*.json") if (result := read_result(path))}
