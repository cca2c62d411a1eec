"""The files in the folder of a student that are looked at: code and archives, down to some depth."""

from __future__ import annotations

import os
from collections.abc import Container
from pathlib import Path
from typing import NamedTuple

from autograder.submissions.handin import ENDINGS, NOT_STUDENTS
from autograder.submissions.opener import is_archive

MAX_DEPTH = 4  # of folders in the folder of a student
MAX_SEEN = 2_000  # files and folders
MAX_CODE_FILES = 100  # whose content is looked into
MAX_CODE_BYTES = 64 << 20  # of these together
NOT_OPENED = (*NOT_STUDENTS, "node_modules", "site-packages")
TESTS = ("test_", "conftest.py")  # given with the assignments


class CodeFiles(NamedTuple):
    """The files with code in a folder, those that lie higher first; `cut` where there are more than are looked into."""

    paths: list[Path]
    cut: bool


def code_files(folder: Path, but: Container[Path] = ()) -> CodeFiles:
    """Return the `.py` files and notebooks in a folder, without the tests that students are given and without `but`."""
    paths, seen_all = _files(folder)
    code = [path for path in paths if _is_code(path) and path not in but]
    code.sort(key=lambda path: len(path.parts))
    kept, size = list[Path](), 0
    for path in code[:MAX_CODE_FILES]:
        size += _size(path)
        kept += [path] if size <= MAX_CODE_BYTES else []
    return CodeFiles(kept, not seen_all or len(kept) < len(code))


def archives_in(folder: Path) -> list[Path]:
    """Return the archives in the folder of a student."""
    return [path for path in _files(folder)[0] if is_archive(path)]


def holds_files(folder: Path) -> bool:
    """Tell whether there is a file in a folder or in those in it, down to some depth."""
    return any(path.is_file() for path in _files(folder)[0])


def _is_code(path: Path) -> bool:
    in_language = path.suffix.lower() in ENDINGS and not path.name.startswith(TESTS)
    return in_language and not path.is_symlink() and path.is_file()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _files(folder: Path) -> tuple[list[Path], bool]:
    """Return the files in a folder down to some depth, in the order of their names, and whether these are all.

    Links are not followed.
    """
    files, seen = list[Path](), 0
    for parent, folders, names in os.walk(folder):
        deep = len(Path(parent).relative_to(folder).parts) >= MAX_DEPTH
        folders[:] = [] if deep else sorted(n for n in folders if not n.startswith(".") and n not in NOT_OPENED)
        seen += len(folders) + len(names)
        files += [Path(parent, name) for name in sorted(names)[:MAX_SEEN] if not name.startswith(".")]
        if seen > MAX_SEEN:
            return files, False
    return files, True
