"""Digests of what decides a result or a proof: where the digest is the same, so is the result.

Every file of the engine and of the suites counts, but for those named here; a new folder counts until it is named.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.suite_files import COMMON_MISTAKES, EQUIVALENT_MUTANTS, PROVEN, files_below, suite_files
from autograder.results.depends import DependsOn
from autograder.results.library_versions import engine_versions, version_of_module
from autograder.submissions.contents import Contents
from autograder.submissions.handin import Handin

ENGINE = Path(__file__).parents[1]
LEFT_OUT = {  # of the engine
    "__main__.py": "lists the commands",
    "check": "runs on the machines of students, and grades nobody",
    "commands": "reads options and shows results; what is chosen there, such as the seed, counts by its value",
    "debug": "runs suites for their authors, and grades nobody",
    "export": "copies finished results into other systems, and packs the grader",
    "importing": "writes courses",
    "in_process": "takes the place of a worker where nobody is graded by the engine alone",
    "nbgrader": "starts shards for nbgrader, which keeps its own results",
    "pages": "shows finished results",
    "prove": "runs known answers, and no student's; a proof counts it",
    "release": "writes what students get",
    "report": "shows finished results",
    "scaffold": "begins courses and exercises",
    "runs/dask": "carries submissions to shards on other machines",
    "suites": "belongs to the course, and counts there",
}
COUNTED = (  # of what is left out
    "check/decoding.py",  # reads hand-ins
    "check/errors",  # results say what exceptions mean in its words
    "check/model.py",
)
LEFT_OUT_OF_SUITES = {
    COMMON_MISTAKES: "says what mistakes may cost, which a proof looks at; a proof counts it",
    EQUIVALENT_MUTANTS: "speaks of mutants, which no student's answer is compared with; a proof counts it",
    PROVEN: "says what is proven, which changes no result",
}


class Fingerprints:
    """The fingerprints of hand-ins under one course, seed and level of isolation."""

    def __init__(self, course: Course, seed: str, level: str) -> None:
        self._course = course
        self._run = (seed, level)
        self._suites: dict[str, str] = {}

    def of(self, assignment: str, parts: DependsOn) -> str:
        """Return the fingerprint of a hand-in for an assignment, made of the parts of what the result depends on."""
        return digest(self.rules(assignment), parts.submission)

    def depends_on(self, handin: Handin) -> DependsOn:
        """Return the digests of the parts of which the fingerprint of a hand-in that carries its contents is made."""
        return DependsOn(_digest_of_handin(handin), self._suite(handin.assignment), _digest_of_engine())

    def rules(self, name: str) -> str:
        """Return the digest of all that decides the results of an assignment, but for the submission."""
        return digest(*self._run, _digest_of_engine(), self._suite(name))

    def _suite(self, name: str) -> str:
        if name not in self._suites:
            assignment = self._course.assignments[name]
            notebook = contents(self._course.root, [self._course.notebook(name)])
            self._suites[name] = digest(_digest_of_suite(self._course, assignment, assignment.exercises), *notebook)
        return self._suites[name]


def digest_of_checks(course: Course, assignment: Assignment, exercises: Sequence[Exercise]) -> str:
    """Return the digest of all that decides what some exercises' checks say, but for the seed and the isolation."""
    return digest(_digest_of_engine(), _digest_of_suite(course, assignment, exercises))


def _digest_of_suite(course: Course, assignment: Assignment, exercises: Sequence[Exercise]) -> str:
    """Return the digest of some exercises in the manifest, of their checks and of the solution."""
    # The weakest level that may grade decides nothing: the one that does counts.
    limits = replace(course.limits_of(assignment.name), isolation="")
    suites = without(LEFT_OUT_OF_SUITES, course.suites, suite_files(course, assignment, exercises))
    return digest(
        repr((limits, assignment, course.languages, course.libraries)),
        *map(version_of_module, course.libraries),
        *contents(course.root, [course.solution(assignment.name)]),
        *contents(course.suites, suites),
    )


def _digest_of_handin(handin: Handin) -> str:
    """Return the digest of what was handed in, of its kind, and of what was noticed when it was found and read."""
    handed_in, ending = handin.contents or Contents(), handin.path.suffix if handin.path else ""
    remarks = repr((ending, handin.problem, handin.note, handed_in.problem))
    files = (part for name, data in sorted(handed_in.files.items()) for part in (name, data))
    return digest(remarks, handed_in.data, *files)


def digest(*parts: str | bytes) -> str:
    """Return a hash of the parts; no two lists of parts are taken for one another."""
    state = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "big") + data)
    return state.hexdigest()


def contents(root: Path, paths: Iterable[Path]) -> Iterator[str | bytes]:
    """Yield the name and the content of each file, wherever `root` stands; a file that is not there is empty."""
    for path in paths:
        yield path.relative_to(root).as_posix()
        yield path.read_bytes() if path.is_file() else b""


@functools.cache
def _digest_of_engine() -> str:
    """Return the digest of this package, the libraries and Python, taken once: no process changes its code."""
    files = list(files_below(ENGINE))
    engine = [*without(LEFT_OUT, ENGINE, files), *within(COUNTED, ENGINE, files)]
    return digest(*engine_versions(), *contents(ENGINE, engine))


def without(left_out: Container[str], root: Path, paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the paths of which neither the file nor a folder between it and `root` is left out."""
    return (path for path in paths if not _is_below(path.relative_to(root), left_out))


def within(counted: Container[str], root: Path, paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the paths of which the file or a folder between it and `root` is counted."""
    return (path for path in paths if _is_below(path.relative_to(root), counted))


def _is_below(name: Path, names: Container[str]) -> bool:
    return any(one.as_posix() in names for one in (name, *name.parents))
