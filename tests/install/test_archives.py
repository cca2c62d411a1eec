"""A wheel holds the whole engine, and neither it nor the source archive holds anything of the course."""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import PurePosixPath

import pytest

ENGINE = "autograder"
SUITES = PurePosixPath(ENGINE, "suites")
ABOUT = {"LICENSE", "MANIFEST.in", "PKG-INFO", "README.md", "pyproject.toml", "setup.cfg"}  # at the top of the source


@pytest.fixture(scope="module")
def wheel(build):
    """Return the files of the wheel, by name."""
    with zipfile.ZipFile(build("wheel")) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def source(build):
    """Return the names in the source archive, without the folder that all stand in."""
    with tarfile.open(build("sdist")) as archive:
        return {PurePosixPath(*PurePosixPath(one.name).parts[1:]) for one in archive.getmembers() if one.isfile()}


@pytest.fixture(scope="module")
def engine(repository):
    """Return the names of the files of the engine in the repository."""
    files = (path for path in (repository / ENGINE).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    names = {PurePosixPath(path.relative_to(repository).as_posix()) for path in files}
    return {name for name in names if not name.is_relative_to(SUITES)}


def test_the_wheel_holds_every_file_of_the_engine_and_no_other(wheel, engine):
    """Templates, styles and texts are read at run time."""
    names = {PurePosixPath(name) for name in wheel}
    assert {name for name in names if not name.parts[0].endswith(".dist-info")} == engine


def test_the_source_archive_holds_the_engine_and_what_it_is_built_with(source, engine):
    about = {name for name in source if name.parts[0].endswith(".egg-info")}
    assert source - about == engine | {PurePosixPath(name) for name in ABOUT}


def test_no_answer_of_the_course_is_in_the_wheel(wheel, repository):
    """Not under another name either."""
    answers = [*(repository / "solutions").glob("*.py"), *(repository / SUITES).rglob("*.py")]
    hidden = {path.read_bytes() for path in answers if path.name != "__init__.py"}
    assert [name for name, content in wheel.items() if content in hidden] == []


def test_an_installed_engine_asks_for_no_library_of_a_course(wheel):
    (metadata,) = (content.decode() for name, content in wheel.items() if name.endswith(".dist-info/METADATA"))
    asked = [line for line in metadata.splitlines() if line.startswith("Requires-Dist:") and "extra ==" not in line]
    names = {line.split(": ")[1].split(";")[0].strip() for line in asked}
    assert names & {"torch", "pandas", "matplotlib", "nbgrader", "jupyter", "dask", "distributed"} == set()
