"""`autograder export`: scores of the engine in nbgrader's gradebook, in SQLite and in PostgreSQL."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
A = "practice"
POSTGRES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


@pytest.fixture(scope="module")
def teacher(make_course):
    """A course whose class was graded by `autograder grade` only."""
    teacher = make_course("export")
    teacher.nbgrader("generate_assignment", A)
    teacher.hand_in("right", A, teacher.solved(A))
    teacher.hand_in("stub", A, teacher.released(A))
    teacher.run("autograder", "grade", "submitted", "--out", "results")
    return teacher


@pytest.fixture(scope="module")
def postgresql(open_folder) -> Iterator[str]:
    """The address of a database on a server that the tests start; it listens only on a socket in its folder."""
    if not POSTGRES:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    folder, tools = open_folder / "postgresql", POSTGRES[-1]
    folder.mkdir()
    user = pwd.getpwnam("postgres") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
    os.chown(folder, user.pw_uid, user.pw_gid)

    def run(tool: str, *words: object) -> None:
        command = [str(tools / tool), *map(str, words)]
        subprocess.run(command, user=user.pw_uid, group=user.pw_gid, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    run("initdb", "--pgdata=data", "--username=teacher", "--auth=trust", "--encoding=UTF8", "--no-locale")
    run("pg_ctl", "--pgdata=data", "--log=log", "--wait", "start", "-o", f"-c listen_addresses='' -k {folder}")
    try:
        run("createdb", f"--host={folder}", "--username=teacher", "gradebook")
        yield f"postgresql+psycopg://teacher@/gradebook?host={folder}"
    finally:
        run("pg_ctl", "--pgdata=data", "--wait", "--mode=immediate", "stop")


def totals(book: dict[str, dict[str, float | None]]) -> dict[str, float]:
    return {student: sum(score or 0.0 for score in scores.values()) for student, scores in book.items()}


def test_scores_are_written_and_missing_students_are_added(teacher, full_marks):
    assert "2 of 2 results written" in teacher.run("autograder", "export", "results", "--to", "nbgrader").stdout
    assert totals(teacher.gradebook(A)) == {"right": full_marks[A], "stub": 0.0}


def test_a_result_without_a_score_is_reported_and_not_written(teacher):
    shutil.copytree(teacher.home / "results", teacher.home / "broken")
    path = teacher.home / "broken" / "right" / f"{A}.json"
    record = json.loads(path.read_text(encoding="utf-8")) | {"student": "unlucky", "score": None}
    path.write_text(json.dumps(record), encoding="utf-8")
    done = teacher.run("autograder", "export", "broken", "--to", "nbgrader", fails=True)
    assert done.returncode == 1
    assert "unlucky" in done.stderr
    assert "unlucky" not in teacher.gradebook(A)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("results", "--to", "elsewhere"), "There is no export to 'elsewhere'"),
        (("solutions", "--to", "nbgrader"), "holds no results"),
        (
            ("results", "--to", "nbgrader", "--db", "sqlite:///other.db"),
            f"Run `nbgrader generate_assignment {A}` first",
        ),
    ],
)
def test_an_export_that_cannot_be_done_is_refused_in_one_line(teacher, words, complaint):
    done = teacher.run("autograder", "export", *words, fails=True)
    assert done.returncode == 2
    assert complaint in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_gradebook_may_be_in_postgresql(teacher, postgresql, full_marks):
    """The same commands with another address: nbgrader's own, and the export."""
    database = {"NBGRADER_DB_URL": postgresql}
    teacher.nbgrader("generate_assignment", A, "--force", **database)
    teacher.nbgrader("autograde", A, **database)
    graded = teacher.gradebook(A, postgresql)
    assert totals(graded) == {"right": full_marks[A], "stub": 0.0}
    teacher.run("autograder", "export", "results", "--to", "nbgrader", **database)
    assert teacher.gradebook(A, postgresql) == graded
    teacher.nbgrader("generate_feedback", A, **database)
    assert list((teacher.home / "feedback").glob("*/*/*.html"))
