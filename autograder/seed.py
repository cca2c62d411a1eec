"""The course seed: given, taken from the environment, or kept in a file of the course."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

VARIABLE = "AUTOGRADER_SEED"
FILE_NAME = ".autograder-seed"


def course_seed(root: Path, given: str = "") -> str:
    """Return `given`, else what `AUTOGRADER_SEED` says, else the seed in the course's file, drawn if there is none."""
    return given or os.environ.get(VARIABLE, "") or _kept(root / FILE_NAME)


def _kept(path: Path) -> str:
    """Return the seed in a file, which only its owner may read; of several that draw at once, one wins."""
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        pass
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "w", encoding="ascii") as file:
        file.write(f"{secrets.token_hex(16)}\n")
    try:
        os.link(temporary, path)
    except FileExistsError:
        pass
    finally:
        temporary.unlink()
    return path.read_text(encoding="ascii").strip()
