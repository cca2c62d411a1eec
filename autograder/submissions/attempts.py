"""Which of a student's files is graded for an assignment: one with answers, the last one, and a notebook first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autograder.course.text import Text, join
from autograder.submissions.best_attempt import Attempts
from autograder.submissions.candidates import Candidate
from autograder.submissions.contents import is_notebook_file
from autograder.submissions.handin import BOTH, Handin
from autograder.submissions.layouts.entry import Work
from autograder.submissions.names import without_copy_mark
from autograder.submissions.worth import Worth

ATTEMPTS = Text(
    "这次作业共交了 {count} 个文件，以 {name} 为准。",
    "{count} files were handed in for this assignment; {name} is graded.",
)
PASSED_OVER = {
    Worth.UNUSABLE: Text(
        "{other} 是空的或已经损坏，以 {name} 为准。", "{other} is empty or damaged, so {name} is graded."
    ),
    Worth.UNTOUCHED: Text(
        "{other} 里没有作答，以作了答的 {name} 为准。", "{other} has no answer in it, so {name}, which has, is graded."
    ),
}
FROM_CONTENT = Text(
    "{name} 的文件名没有写明作业，按其中的函数和单元格认定。下次请把文件命名为 {wanted}。",
    "The name of {name} does not say the assignment; its functions and cells do. Next time call it {wanted}.",
)
OTHER_NAMES = "{count} files with other names look like one student's, {key}; give each student a folder"


def last_attempt(student: str, attempts: Attempts, works: Sequence[Work]) -> Handin:
    """Return the hand-in of a student for one assignment. `works` is all that the student handed in."""
    usual, graded = attempts.usual, attempts.graded
    both = graded is usual and attempts.two_forms
    remark = join([*_of_attempts(attempts, both), *_of_content(graded)])
    return Handin(
        student,
        graded.assignment or "",
        graded.path,
        graded.problem,
        BOTH if both else None,
        remark=remark if remark.zh else None,
        beside=_files_beside(graded.work, works),
        place=graded.shown,
    )


def are_attempts(candidates: Sequence[Candidate]) -> bool:
    """Tell whether files that one layout takes for one student's have one name, where that layout may be wrong."""
    stems = {without_copy_mark(Path(one.work.name).stem) for one in candidates if one.work.one_name}
    return len(stems) < 2


def _of_attempts(attempts: Attempts, both: bool) -> list[Text]:
    """Say how many files there were, and which was passed over."""
    usual, graded, count = attempts.usual, attempts.graded, len(attempts.candidates)
    if usual is graded:
        return [ATTEMPTS.format(count=count, name=_name(graded))] if count > (2 if both else 1) else []
    other, name = (_name(usual), _name(graded)) if _name(usual) != _name(graded) else (usual.shown, graded.shown)
    passed_over = PASSED_OVER[attempts.worth(usual)].format(other=other, name=name)
    return [*([ATTEMPTS.format(count=count, name=name)] if count > 2 else []), passed_over]


def _of_content(graded: Candidate) -> list[Text]:
    wanted = f"{graded.assignment}{graded.path.suffix.lower()}"
    return [FROM_CONTENT.format(name=_name(graded), wanted=wanted)] if graded.from_content else []


def _name(one: Candidate) -> str:
    """Return a file's name as the student knows it."""
    return one.work.name if one.work.entry.is_file and one.work.name else one.path.name


def _files_beside(graded: Work, works: Sequence[Work]) -> tuple[tuple[str, Path], ...] | None:
    """Return a student's files by name where they lie among those of others; None where a folder has them."""
    if not graded.entry.is_file:
        return None
    files = [work for work in works if work.entry.is_file and not is_notebook_file(work.entry.path)]
    return tuple((work.name or work.entry.name, work.entry.path) for work in files)
