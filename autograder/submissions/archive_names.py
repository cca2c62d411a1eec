"""The names in a zip: which encoding they are written in, and whether they stay inside the folder they go to."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

UTF8_FLAG = 0x800
MOST_FOLDERS = 50  # one in another; Python walks through folders by recursion
ENCODINGS = ("utf-8", "gb18030")  # macOS writes the first and Windows in Chinese the second, and neither says so


def member_paths(infos: Sequence[zipfile.ZipInfo]) -> Iterator[tuple[str, ...]]:
    """Yield the names in the path of each member; none for a path that leads out of the target or is too deep."""
    unmarked = [info.filename for info in infos if not info.flag_bits & UTF8_FLAG]
    encoding = next((one for one in ENCODINGS if all(_decoded(name, one) is not None for name in unmarked)), None)
    for info in infos:
        name = info.filename if info.flag_bits & UTF8_FLAG else _name(info.filename, encoding)
        parts = PurePosixPath(name.replace("\\", "/")).parts
        yield () if not parts or parts[0] == "/" or ".." in parts or len(parts) > MOST_FOLDERS else parts


def owners_of(paths: Sequence[tuple[str, ...]]) -> list[str]:
    """Return the folder of a student that each path is in: one at the top, or one in the only folder there."""
    level = 0 if len({parts[0] for parts in paths if parts}) > 1 else 1
    return [parts[min(level, len(parts) - 1)] if parts else "" for parts in paths]


def _name(name: str, encoding: str | None) -> str:
    """Return a name in the encoding of all names in the archive, or else in the first that can be its own."""
    decoded = (_decoded(name, one) for one in ([encoding] if encoding else ENCODINGS))
    return next((one for one in decoded if one is not None), name)


def _decoded(name: str, encoding: str) -> str | None:
    """Return a name that zipfile read as cp437 in another encoding, None where its bytes are not of that encoding."""
    try:
        return name.encode("cp437").decode(encoding)
    except UnicodeError:
        return None
