"""What is wrong with a manifest, in one line with the key as TOML writes it."""

from __future__ import annotations

import difflib
import json
import re
import reprlib
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import msgspec

from autograder.course.text import LANGUAGES, Language


def type_fault(value: object, kind: Any, path: tuple[str, ...] = (), languages: Sequence[Language] = LANGUAGES) -> str:
    """Return what is wrong with a value that is not of a kind, or with the first part of it that is wrong.

    Of the keys of a title, only those in the `languages` of the course are told.
    """
    if unknown := _unknown_key(value, _keys(kind), path):
        return unknown
    for key, part, part_kind in _known_values(value, kind):
        if not fits(part, part_kind):
            return type_fault(part, part_kind, (*path, key), languages)
    return _missing_key(value, _keys(kind), path, languages) or (
        f"{dotted(*path)} is {_shown(value)}; it must be {_described(kind, languages)}."
    )


def _unknown_key(value: object, keys: dict[str, Any], path: tuple[str, ...]) -> str:
    """Return the line on the first key of a table that is not among the declared `keys`, "" if there is none."""
    unknown = [key for key in value if key not in keys] if isinstance(value, dict) and keys else []
    if not unknown:
        return ""
    near = difflib.get_close_matches(unknown[0], keys, n=1)
    advice = f"did you mean `{near[0]}`?" if near else f"known here: {', '.join(keys)}."
    return f"{dotted(*path, unknown[0])} is unknown; {advice}"


def _missing_key(value: object, keys: dict[str, Any], path: tuple[str, ...], languages: Sequence[Language]) -> str:
    """Return the line on the first of the declared `keys` that a table lacks, "" if it lacks none."""
    missing = [key for key in keys if key not in value] if isinstance(value, dict) else []
    if not missing:
        return ""
    return f"{dotted(*path, missing[0])} is missing; it must be {_described(keys[missing[0]], languages)}."


def dotted(*keys: str) -> str:
    """Return a path of keys as TOML writes it: quoted where a key is not a bare one."""
    return ".".join(key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else json.dumps(key) for key in keys)


def _known_values(value: object, kind: Any) -> Iterator[tuple[str, object, Any]]:
    """Yield the known keys of a table with their values and the kinds these must be of."""
    if isinstance(value, dict):
        keys = _keys(kind) or dict.fromkeys(value, _entries(kind))
        yield from ((key, part, keys[key]) for key, part in value.items() if keys[key] is not None)


def _keys(kind: Any) -> dict[str, Any]:
    """Return the keys of a table whose keys are declared, with the kinds of their values."""
    bare = _bare(kind)
    return get_type_hints(bare, include_extras=True) if hasattr(bare, "__struct_fields__") else {}


def _entries(kind: Any) -> Any:
    """Return the kind of every entry of a table whose keys are free names, None for what is no such table."""
    bare = _bare(kind)
    return get_args(bare)[1] if get_origin(bare) is dict else None


def _bare(kind: Any) -> Any:
    """Return a kind without what is noted beside it."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def fits(value: object, kind: Any) -> bool:
    """Tell whether a value is of a kind."""
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _described(kind: Any, languages: Sequence[Language]) -> str:
    if keys := [key for key in _keys(kind) if key not in LANGUAGES or key in languages]:
        return f"a table with {', '.join(keys)}"
    return next((meta.description for meta in get_args(kind)[1:] if meta.description), "a string")


def _shown(value: object) -> str:
    return "a table" if isinstance(value, dict) else reprlib.repr(value)
