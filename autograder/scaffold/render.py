"""Filling in the templates of this room."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent / "templates"
SUFFIX = ".j2"

_environment = Environment(
    loader=FileSystemLoader(TEMPLATES),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,  # what is written is no HTML
)


def render(template: str, **values: object) -> str:
    """Return a template of this room, filled in; a value that is missing is an error."""
    return _environment.get_template(template + SUFFIX).render(**values)


def templates_below(folder: str) -> Iterable[PurePosixPath]:
    """Return the paths of the templates below a folder of this room, without their suffix."""
    found = sorted((TEMPLATES / folder).rglob(f"*{SUFFIX}"))
    return [PurePosixPath(path.relative_to(TEMPLATES / folder).as_posix().removesuffix(SUFFIX)) for path in found]
