"""The files in the folder of a student that are looked at: code and archives, down to some depth."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from autograder.submissions.find import ENDINGS, NOT_STUDENTS
from autograder.submissions.opener import is_archive

MAX_DEPTH = 4  # of folders in the folder of a student
MAX_SEEN = 2_000  # files and folders
NOT_OPENED = (*NOT_STUDENTS, "node_modules", "site-packages")
TESTS = ("test_", "conftest.py")  # given with the assignments


def code_files(folder: Path) -> Iterator[Path]:
    """Yield the `.py` files and notebooks, but for the tests that students are given."""
    files = (path for path in _files(folder) if path.suffix.lower() in ENDINGS and not path.is_symlink())
    return (path for path in files if not path.name.startswith(TESTS) and path.is_file())


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder down to some depth, in the order of their names; links are not followed."""
    seen = 0
    for parent, folders, names in os.walk(folder):
        deep = len(Path(parent).relative_to(folder).parts) >= MAX_DEPTH
        folders[:] = [] if deep else sorted(n for n in folders if not n.startswith(".") and n not in NOT_OPENED)
        seen += len(folders) + len(names)
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(parent, name)
        if seen > MAX_SEEN:
            return


def archives_in(folder: Path) -> list[Path]:
    """Return the archives in the folder of a student."""
    return [path for path in _files(folder) if is_archive(path)]
