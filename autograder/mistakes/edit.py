"""The file of an exercise's edits: known mistakes, each told as a change of a right answer."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import msgspec

from autograder.course.errors import GraderError
from autograder.course.text import Language

Filled = Annotated[str, msgspec.Meta(min_length=1)]


class Edit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One entry: the lines of `base` to be replaced, what replaces them, the check that owns it, the explanation.

    `base` is the name of a right variant, or empty for the reference. `credit` says whether an answer with this
    mistake keeps a part of the points of the checks that it fails.
    """

    before: Filled
    after: str
    check: Filled
    zh: str = ""
    en: str = ""
    base: str = ""
    credit: bool = True


def read_edits(path: Path, languages: Sequence[Language]) -> dict[str, Edit]:
    """Return the edits in a file by name, none if there is no file; raise `GraderError` where it is not in form."""
    if not path.is_file():
        return {}
    try:
        entries = msgspec.toml.decode(path.read_bytes())
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise GraderError(f"{path} is not readable as TOML: {error}.") from None
    return {name: _edit(path, name, entry, languages) for name, entry in entries.items()}


def _edit(path: Path, name: str, entry: object, languages: Sequence[Language]) -> Edit:
    try:
        edit = msgspec.convert(entry, Edit)
    except msgspec.ValidationError as error:
        raise GraderError(f"{path}: [{name}]: {error}.{_nearest_key(entry)}") from None
    if missing := [language for language in languages if not getattr(edit, language).strip()]:
        raise GraderError(f"{path}: [{name}]: `{missing[0]}` is missing, the explanation in that language.")
    return edit


def _nearest_key(entry: object) -> str:
    """Return a question that names the key which an unknown one resembles most, or nothing."""
    unknown = [key for key in entry if key not in Edit.__struct_fields__] if isinstance(entry, dict) else []
    nearest = [match for key in unknown for match in get_close_matches(key, Edit.__struct_fields__, 1)]
    return f" Did you mean `{nearest[0]}`?" if nearest else ""
