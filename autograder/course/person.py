"""Who a student is, beyond the name of a folder: what the roster of a class or a platform says."""

from __future__ import annotations

import unicodedata

from msgspec import Struct


class Person(Struct, frozen=True, omit_defaults=True):
    """A student as the roster lists them; `platform_id` is the number a platform gave the student in its file names."""

    id: str = ""
    name: str = ""
    email: str = ""
    section: str = ""
    platform_id: str = ""


def comparable(text: str) -> str:
    """Return a text as names are compared: whatever its case, its spaces and the width of its characters."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
