"""What the tests of hand-ins share: the generator of classes, and finding what a class handed in."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from autograder.commands.shared.class_files import opened_class
from autograder.submissions.find_class import FoundClass

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def classes() -> ModuleType:
    """Return the generator of classes, classes.py."""
    spec = importlib.util.spec_from_file_location("generated_classes", HERE / "classes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["generated_classes"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def members(classes, perfect) -> list:
    """Return a class of 200 students."""
    return classes.members(200, perfect)


@pytest.fixture(scope="session")
def few(members) -> list:
    """Return a small class."""
    return members[:40]


@pytest.fixture
def find(course) -> Callable[..., FoundClass]:
    """Return what is found in a class, with the text of each file in the place of its path."""

    def find(submissions: Path, roster: Path | None = None, assignment: str = "") -> FoundClass:
        with opened_class(submissions, course, roster, assignment) as found:
            return found

    return find


@pytest.fixture
def texts(course) -> Callable[..., dict[tuple[str, str], str]]:
    """Return the text of the file that each student is graded for, by student and assignment."""

    def texts(submissions: Path, roster: Path | None = None) -> dict[tuple[str, str], str]:
        with opened_class(submissions, course, roster, "") as found:
            assert found.not_understood == ()
            return {
                (handin.student, handin.assignment): handin.path.read_text(encoding="utf-8")
                for handin in found.handins
                if handin.path
            }

    return texts
