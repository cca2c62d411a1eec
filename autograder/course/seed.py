"""The course seed: given, taken from the environment, or kept in a file of the course."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from autograder.course.errors import UsageError

VARIABLE = "AUTOGRADER_SEED"
FILE_NAME = ".autograder-seed"


def course_seed(root: Path, given: str = "") -> str:
    """Return `given`, else the value of `AUTOGRADER_SEED`, else the seed in the course's file.

    Where there is no file yet, a seed is drawn and written.

    Raises `UsageError` where the file can be neither read nor written.
    """
    if named := given or os.environ.get(VARIABLE, ""):
        return named
    try:
        return _seed_in(root / FILE_NAME)
    except OSError as error:
        reason = f"{root / FILE_NAME} can be neither read nor written ({error.strerror})"
        raise UsageError(f"There is no seed: {reason}. Give one with --seed or {VARIABLE}.") from None


def _seed_in(path: Path) -> str:
    """Return the seed in a file that only its owner may read; processes that draw one at once all get the same."""
    if not path.exists():
        descriptor, temporary = tempfile.mkstemp(prefix=f"{FILE_NAME}.", dir=path.parent)
        with open(descriptor, "w", encoding="ascii") as file:
            file.write(f"{secrets.token_hex(16)}\n")
        with contextlib.suppress(FileExistsError):
            os.link(temporary, path)
        os.unlink(temporary)
    return path.read_text(encoding="ascii").strip()
