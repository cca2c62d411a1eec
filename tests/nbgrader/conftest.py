"""A real nbgrader course in a folder of its own, and the people who run nbgrader's commands in it."""

from __future__ import annotations

import contextlib
import copy
import itertools
import json
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader.api import Gradebook

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
COURSE_FILES = ("exercises.toml", "nbgrader_config.py", "solutions", "assignments", "source")
SEED = TOKEN = "round"
START_SECONDS = 120


@dataclass
class Person:
    """Somebody who runs commands in a home folder; `user` is the Unix user, or empty for the one that runs the tests."""

    name: str
    home: Path
    user: str = ""

    def run(self, *words: object, fails: bool = False, **variables: str) -> subprocess.CompletedProcess[str]:
        with self.start(*words, **variables) as process:
            try:
                said, complained = process.communicate(timeout=280)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        code = process.returncode
        assert bool(code) == fails, f"{words}: exit code {code}\n{said[-2000:]}\n{complained[-4000:]}"
        return subprocess.CompletedProcess(process.args, code, said, complained)

    def start(self, *words: object, **variables: str) -> subprocess.Popen[str]:
        command = [*_in_the_name_of(self.user), str(BIN / "python"), "-m", *map(str, words)]
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("JUPYTER", "NBGRADER"))}
        path = f"{BIN}{os.pathsep}{os.environ['PATH']}"  # nbgrader looks for its helper alembic there
        environment |= {"HOME": str(self.home), "PATH": path, "AUTOGRADER_SEED": SEED} | variables
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=self.home, env=environment, stdout=pipe, stderr=pipe, text=True)


@dataclass
class Teacher(Person):
    """An instructor, whose home is the course."""

    exchange: Path = Path()

    def nbgrader(self, step: str, *words: object, **options: object) -> subprocess.CompletedProcess[str]:
        return self.run("nbgrader", step, *words, f"--Exchange.root={self.exchange}", **options)

    def gradebook(self, assignment: str, url: str = "") -> dict[str, dict[str, float | None]]:
        """Return each student's automatic scores by grade cell."""
        with Gradebook(url or f"sqlite:///{self.home / 'gradebook.db'}") as gradebook:
            return {
                submission.student.id: {
                    grade.name: grade.auto_score for n in submission.notebooks for grade in n.grades
                }
                for submission in gradebook.assignment_submissions(assignment)
            }

    def released(self, assignment: str) -> NotebookNode:
        return nbformat.read(self.home / "release" / assignment / f"{assignment}.ipynb", 4)

    def solved(self, assignment: str) -> NotebookNode:
        """Return the released notebook with every answer of the source notebook."""
        source = nbformat.read(self.home / "source" / assignment / f"{assignment}.ipynb", 4)
        return fill(
            self.released(assignment), {grade_id(cell): cell.source for cell in source.cells if is_answer(cell)}
        )

    def hand_in(self, student: str, assignment: str, notebook: NotebookNode | str) -> Path:
        """Put a notebook where `nbgrader collect` would."""
        path = self.home / "submitted" / student / assignment / f"{assignment}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(notebook if isinstance(notebook, str) else json.dumps(notebook), encoding="utf-8")
        return path


def grade_id(cell: NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def is_answer(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))


def fill(notebook: NotebookNode, answers: dict[str, str]) -> NotebookNode:
    filled = copy.deepcopy(notebook)
    for cell in filled.cells:
        cell.source = answers.get(grade_id(cell), cell.source)
    return filled


def index_of(notebook: NotebookNode, key: str) -> int:
    return next(index for index, cell in enumerate(notebook.cells) if grade_id(cell) == key)


FILES_WITH_USERS = itertools.count()


@pytest.fixture(scope="session")
def at() -> Callable[[NotebookNode, str], int]:
    """Return a function that gives the position of a cell in a notebook by its grade id."""
    return index_of


@pytest.fixture(scope="session")
def filled() -> Callable[[NotebookNode, dict[str, str]], NotebookNode]:
    """Return a function that copies a notebook and replaces the sources of cells by grade id."""
    return fill


@pytest.fixture(scope="session")
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="nbgrader-round-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def make_course(open_folder: Path) -> Callable[..., Teacher]:
    """A function that copies the course into a new folder, in one language, with an exchange of its own."""

    def make_course(name: str, language: str = "zh") -> Teacher:
        home, exchange = open_folder / name / "course", open_folder / name / "exchange"
        home.mkdir(parents=True)
        exchange.mkdir()
        exchange.chmod(0o777)
        for entry in COURSE_FILES:
            copy_any = shutil.copytree if (ROOT / entry).is_dir() else shutil.copy
            copy_any(ROOT / entry, home / entry)
        teacher = Teacher("teacher", home, exchange=exchange)
        if language != "zh":
            teacher.run("autograder", "build", "--lang", language)
        return teacher

    return make_course


@pytest.fixture(scope="module")
def unix_users(open_folder: Path) -> Iterator[list[Person]]:
    """Two new Unix users with empty homes for a file of tests; none if the tests may not create users."""
    number = next(FILES_WITH_USERS)
    names = (
        [f"nbg{os.getpid()}{letter}{number}" for letter in "ab"] if os.getuid() == 0 and shutil.which("useradd") else []
    )
    made: list[str] = []
    try:
        for name in names:
            home = open_folder / name
            subprocess.run(["useradd", "--create-home", "--home-dir", home, "--shell", "/bin/sh", name], check=True)
            made.append(name)
        yield [Person(name, open_folder / name, name) for name in made]
    finally:
        for name in made:
            subprocess.run(["userdel", name], check=True)


def _in_the_name_of(user: str) -> list[str]:
    """Return the words that run a command as another user, and give that user access to Python and the repository."""
    if not user:
        return []
    entry = pwd.getpwnam(user)
    words = ["setpriv", f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--clear-groups"]
    hidden = {path: closed for path in (Path(sys.base_prefix), ROOT, BIN.parent) if (closed := _closed_folder(path))}
    if not hidden:
        return words
    covers = [word for folder in sorted(set(hidden.values())) for word in ("--perms", "0755", "--tmpfs", str(folder))]
    binds = [word for path in hidden for word in ("--ro-bind", str(path), str(path))]
    return ["bwrap", "--dev-bind", "/", "/", *covers, *binds, "--cap-add", "ALL", "--", *words]


def _closed_folder(path: Path) -> Path | None:
    """Return the outermost folder above `path` that not everybody may enter."""
    return next((folder for folder in reversed([path, *path.parents]) if not folder.stat().st_mode & 0o001), None)


@dataclass
class Server:
    """A Jupyter server that shows a course, and the token that lets somebody in."""

    address: str
    token: str = TOKEN


@pytest.fixture(scope="session")
def serve(tmp_path_factory) -> Callable[[Teacher], contextlib.AbstractContextManager[Server]]:
    """Start a Jupyter server on the loopback in a course; it is stopped by its process."""

    @contextlib.contextmanager
    def serve(teacher: Teacher) -> Iterator[Server]:
        folder = tmp_path_factory.mktemp("server")
        environment = os.environ | {"HOME": str(folder), "JUPYTER_RUNTIME_DIR": str(folder), "AUTOGRADER_SEED": SEED}
        environment["PATH"] = f"{BIN}{os.pathsep}{environment['PATH']}"
        options = [
            "--ServerApp.ip=127.0.0.1",
            "--ServerApp.port=0",
            f"--IdentityProvider.token={TOKEN}",
            "--allow-root",
        ]
        command = [sys.executable, "-m", "jupyter_server", *options, f"--ServerApp.root_dir={teacher.home}"]
        with (folder / "log").open("w") as log:
            server = subprocess.Popen(command, cwd=teacher.home, env=environment, stdout=log, stderr=log)
        try:
            yield Server(_address(folder / f"jpserver-{server.pid}.json", server))
        finally:
            server.terminate()
            server.wait(60)

    return serve


def _address(path: Path, server: subprocess.Popen[bytes]) -> str:
    """Wait until the server says where it is, and answers there."""
    for _ in range(START_SECONDS * 10):
        if path.is_file() and (text := path.read_text()):
            address = json.loads(text)
            with contextlib.suppress(ConnectionRefusedError):
                socket.create_connection((address["hostname"], address["port"])).close()
                return address["url"]
        assert server.poll() is None, (path.parent / "log").read_text()
        time.sleep(0.1)
    raise AssertionError((path.parent / "log").read_text())
