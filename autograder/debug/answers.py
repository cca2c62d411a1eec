"""The answer that a suite is tried on: the reference, an answer that the course knows by its name, or a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from autograder.build.stubs import make_stub
from autograder.course.errors import NotGradable, UsageError
from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.nearest import unknown
from autograder.course.suite_files import MISCONCEPTIONS, RIGHT, STUDENTS_CODE
from autograder.mistakes.catalogue import load_misconceptions
from autograder.submissions.handin import ENDINGS, Handin
from autograder.submissions.read import Submission, read_submission

STUB = "stub"
REFERENCE = "the reference"
SANDBOX_ONLY = (
    "{path} has the name of an assignment, so it may be what a student handed in, and that runs in the sandbox only. "
    "Leave out {option}; or read the file, and copy it to another name."
)


@dataclass(frozen=True)
class Answer:
    """A submission with the name that the author knows it by; tracebacks show `path`.

    `own` says that the course itself has it, so that whoever wrote the suites wrote it too.
    """

    name: str
    submission: Submission
    path: str
    own: bool = True


def reference_answer(course: Course, assignment: Assignment) -> Answer:
    """Return the reference solution as an answer."""
    return _from_course(course, REFERENCE, assignment, course.solution(assignment.name))


def known_answer(course: Course, assignment: Assignment, exercise: Exercise, name: str) -> Answer:
    """Return the right answer or the known mistake of this name, or the stub; raise `UsageError` where there is none.

    Raises `GraderError` where a known mistake is not in form.
    """
    right = {path.stem: path for path in sorted((course.suites / RIGHT / exercise.name).glob("*.py"))}
    if name == STUB:
        return Answer(STUB, _submission(assignment, _stub(course, assignment)), f"<{STUB}>")
    if name in right:
        return _from_course(course, name, assignment, right[name])
    sources = {one.name: one.source for one in load_misconceptions(course, exercise.name)}
    if name not in sources:
        raise UsageError(unknown(f"answer to {exercise.name}", name, [STUB, *right, *sources]))
    path = course.suites / MISCONCEPTIONS / exercise.name / f"{name}.py"
    if path.is_file():
        return _from_course(course, name, assignment, path)
    source = sources[name]  # an edit of another answer
    return Answer(name, _submission(assignment, source), f"<{name}>", STUDENTS_CODE not in source)


def answer_in_file(course: Course, assignment: Assignment, path: Path) -> Answer:
    """Return what is in a file, a `.py` file or a notebook; raise `UsageError` where it cannot be read.

    A file with the name of the assignment brings the other files of its folder along, as a hand-in does.
    """
    if not path.is_file():
        raise UsageError(f"{path} is not there. Give a .py file or a notebook, or the name of an answer with --answer.")
    if path.suffix not in ENDINGS:
        raise UsageError(f"{path} is no .py file and no notebook.")
    others = None if path.stem == assignment.name else ()
    handin = Handin("", assignment.name, path, beside=others)
    try:
        submission = read_submission(handin, course.limits_of(assignment.name), course.notebook(assignment.name))
    except NotGradable as problem:
        raise UsageError(f"{path}: {problem.message.in_languages(course.languages)}") from None
    return Answer(path.name, submission, str(path.resolve()), is_own(course, path))


def answer_to_run(course: Course, assignment: Assignment, path: Path, here: bool, option: str) -> tuple[Answer, bool]:
    """Return what is in a file, and whether it runs in the sandbox: what is not the course's own does, unless `here`.

    Raises `UsageError` where it cannot be read, and where it may be a hand-in that `option` would run in this process.
    """
    if here and path.is_file() and path.stem in course.assignments and not is_own(course, path):
        raise UsageError(SANDBOX_ONLY.format(path=path, option=option))
    answer = answer_in_file(course, assignment, path)
    return answer, not (answer.own or here)


def is_own(course: Course, path: Path) -> bool:
    """Tell whether a file is a solution of the course, or a known answer beside its suites that no student wrote."""
    if STUDENTS_CODE.encode() in path.read_bytes():
        return False
    folders = course.root / "solutions", course.suites / RIGHT, course.suites / MISCONCEPTIONS
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in folders)


def _stub(course: Course, assignment: Assignment) -> str:
    """Return the stub as `autograder build` makes it, whatever stands in its file."""
    solution = course.solution(assignment.name)
    return make_stub(solution.read_text(encoding="utf-8"), solution.name)


def _from_course(course: Course, name: str, assignment: Assignment, path: Path) -> Answer:
    source = path.read_text(encoding="utf-8")
    return Answer(name, _submission(assignment, source), str(path), is_own(course, path))


def _submission(assignment: Assignment, source: str) -> Submission:
    return Submission("", assignment.name, False, (source,), {}, ())
