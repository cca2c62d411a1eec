"""The folder that students get, and a student who unpacks it and follows its README in an empty environment."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import textwrap
import urllib.request
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder.course.load import load_course
from autograder.course.manifest import Course
from autograder.course.seed import FILE_NAME
from autograder.prove.record import remember

COURSE_FILES = (
    *("exercises.toml", "constraints.txt", "nbgrader_config.py", "solutions", "assignments", "source"),
    "autograder/suites",
)
BLOCK = re.compile(r"^( *)```sh\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
INDEX = re.compile(r" --index-url (\S+)")
SEED = "the-seed-of-this-course-and-of-no-other"
FLIPPED = """def corr2d(X, K):
    K = K.flip((0, 1))
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y"""
LOCALES = {"zh": "zh_CN.UTF-8", "en": "en_US.UTF-8"}


@pytest.fixture(scope="session")
def proven_course(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Return a copy of the course that has a seed and says of every exercise that it is proven."""
    root = tmp_path_factory.mktemp("release") / "course"
    root.mkdir()
    for name in COURSE_FILES:
        copy_any = shutil.copytree if (course.root / name).is_dir() else shutil.copy
        copy_any(course.root / name, root / name)
    (root / FILE_NAME).write_text(SEED)
    copy = load_course(root)
    remember(copy, {e.name: True for a in copy.assignments.values() for e in a.exercises})
    return copy


@pytest.fixture(scope="session")
def seed() -> str:
    """Return the seed of the course that is released."""
    return SEED


@pytest.fixture(scope="session")
def release(proven_course: Course, autograder: Callable, tmp_path_factory: pytest.TempPathFactory) -> Callable:
    """Return a function that gives the released folder in a language."""
    folders: dict[str, Path] = {}

    def release(language: str) -> Path:
        if language not in folders:
            out = tmp_path_factory.mktemp("out") / "students"
            done = autograder("release", "--out", out, "--lang", language, cwd=proven_course.root)
            assert done.returncode == 0, done.stderr
            folders[language] = out
        return folders[language]

    return release


@dataclass
class Student:
    """A student with a released folder, who reads one half of its README and runs what it says."""

    language: str
    folder: Path
    home: Path

    @property
    def commands(self) -> list[str]:
        """The blocks of commands in the half of the README that comes first, that for Linux before all others."""
        text = (self.folder / "README.md").read_text(encoding="utf-8")
        half = re.split(r"^(?=# )", text, flags=re.MULTILINE)[1]
        blocks = [textwrap.dedent(commands).strip() for _, commands in BLOCK.findall(half)]
        assert re.search(rf"^Linux[:：]\n\n```sh\n{re.escape(blocks[0])}\n", half, re.MULTILINE)
        return blocks

    def command(self, start: str) -> str:
        """Return the one command of the README that begins so, apart from those that install."""
        (found,) = [block for block in self.commands[1:] if re.match(rf"{start}$", block)]
        return found

    def install(self) -> None:
        """Make the environment as the README says; where PyTorch's own index is not to be reached, take pip's."""
        commands = self.commands[0]
        (address,) = INDEX.findall(commands)
        try:
            urllib.request.urlopen(address, timeout=20).close()
        except OSError as error:
            warnings.warn(f"{address} is not to be reached ({error}), so pip looks elsewhere", stacklevel=2)
            commands = INDEX.sub("", commands)
        done = self.shell(commands, timeout=1200)
        assert done.returncode == 0, done.stdout + done.stderr

    def run(self, commands: str) -> subprocess.CompletedProcess[str]:
        """Run commands in a new terminal, in which the environment is activated as the README says."""
        return self.shell(f"{self.commands[0].splitlines()[1]}\n{commands}")

    def shell(self, commands: str, timeout: float = 280) -> subprocess.CompletedProcess[str]:
        process = self.start(commands)
        with process:
            try:
                said, complained = process.communicate(timeout=timeout)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        return subprocess.CompletedProcess(commands, process.returncode, said, complained)

    def start(self, commands: str) -> subprocess.Popen[str]:
        """Start commands in a new terminal, without anything of the tests' own environment."""
        foreign = re.compile(r"(PYTHON|PYTEST|VIRTUAL_ENV|JUPYTER|IPYTHON|MPL|LC_|LANG|CI$|COV)")
        environment = {key: value for key, value in os.environ.items() if not foreign.match(key)}
        environment |= {"HOME": str(self.home), "LANG": LOCALES[self.language]}
        environment["PATH"] = f"{sys.base_prefix}/bin:/usr/local/bin:/usr/bin:/bin"
        pipe = subprocess.PIPE
        return subprocess.Popen(
            ["bash", "-e", "-c", commands], cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
            stdout=pipe, stderr=pipe, encoding="utf-8", start_new_session=True,
        )  # fmt: skip

    def write(self, assignment: str, answers: dict[str, str]) -> None:
        """Put answers, by exercise, in the place of the ones in the `.py` file."""
        path = self.folder / f"{assignment}.py"
        text = path.read_text(encoding="utf-8")
        for exercise, before in definitions(text).items():
            text = text.replace(before, answers.get(exercise, before))
        path.write_text(text, encoding="utf-8")


def definitions(source: str) -> dict[str, str]:
    """Return the source of each function and class of a module, by name."""
    found = [node for node in ast.parse(source).body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    return {node.name: ast.get_source_segment(source, node) or "" for node in found}


@pytest.fixture(scope="session")
def answers(course: Course) -> Callable[[str], dict[str, str]]:
    """Return a function that gives the right answers of an assignment by exercise."""
    return lambda assignment: definitions(course.solution(assignment).read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def flipped() -> str:
    """Return an answer to `corr2d` that makes a known mistake and no other."""
    return FLIPPED


@pytest.fixture(scope="session")
def unpacked(release: Callable, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Student]:
    """Return a function that packs the folder in a language and unpacks it for a student in an empty folder."""

    def unpacked(language: str) -> Student:
        place = tmp_path_factory.mktemp("学生 one")
        packed = shutil.make_archive(str(place / "packed"), "zip", release(language))
        (place / "home").mkdir()
        shutil.unpack_archive(packed, place / "作业")
        return Student(language, place / "作业", place / "home")

    return unpacked


@pytest.fixture(scope="session")
def environment(unpacked: Callable[[str], Student]) -> Iterator[Path]:
    """Return the environment that the Chinese README makes; it is large, so it goes at the end."""
    student = unpacked("zh")
    student.install()
    yield student.folder / ".venv"
    shutil.rmtree(student.folder / ".venv")


@pytest.fixture
def student(request: pytest.FixtureRequest, unpacked: Callable[[str], Student], environment: Path) -> Student:
    """Return a student with an untouched folder in the language of the test; the environment is there already."""
    found = unpacked(request.param)
    (found.folder / ".venv").symlink_to(environment)
    return found
