"""Opening the archives in a class: zips are unpacked beside it within limits, and of others it is said what to do."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

from autograder.course.errors import GraderError
from autograder.course.text import Text
from autograder.submissions import archive as limits
from autograder.submissions.archive import UNREADABLE, TooLarge, unpack_inner
from autograder.submissions.layouts.entry import NotUnderstood
from autograder.worker.shared.remove import remove

ENDINGS = (".zip", ".rar", ".7z", ".tar", ".tar.gz", ".tgz", ".gz", ".tar.bz2", ".bz2", ".tar.xz", ".xz")
OTHER_KINDS = {b"Rar!": "RAR", b"7z\xbc\xaf": "7z", b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zX": "xz"}

OTHER_KIND = Text(
    "{name} 是 {kind} 压缩包，这里打不开；请解压成文件夹，或改交 zip。",
    "{name} is a {kind} archive, which is not opened here; unpack it into a folder, or have a zip handed in.",
)
ENCRYPTED = Text(
    "{name} 设了密码，打不开；请解压成文件夹，或改交不加密的 zip。",
    "{name} is encrypted; unpack it into a folder with its password, or have a zip without one handed in.",
)
DAMAGED = Text(
    "{name} 已损坏或不完整，打不开；请重新下载，或请学生重新提交。",
    "{name} is damaged or cut short; download it again, or have it handed in again.",
)
TOO_LARGE = Text(
    "{name} 解压后太大（上限 {limit} MB）；请解压成文件夹，去掉数据文件。",
    "{name} unpacks to more than {limit} MB; unpack it into a folder and take the data out.",
)
TOO_MANY = Text(
    "{name} 没有打开：这位学生交的压缩包超过 {limit} 个；请解压成文件夹。",
    "{name} is not opened: there are more than {limit} archives of one student; unpack them into a folder.",
)
NO_ROOM = Text(
    "{name} 解压时磁盘写入失败；请检查磁盘空间，再运行一次。",
    "{name} could not be written to the disk; see whether it is full, and run this again.",
)
MAX_ARCHIVES = 20  # of one student
MAX_OWNER_BYTES = 4 * limits.MAX_STUDENT_BYTES  # that the archives of one student may unpack to together


def is_archive(path: Path) -> bool:
    """Tell whether a file is an archive, by its name."""
    return path.name.lower().endswith(ENDINGS) and not path.is_symlink() and path.is_file()


def without_ending(name: str) -> str:
    """Return the name of an archive without its ending."""
    ending = max((one for one in ENDINGS if name.lower().endswith(one)), key=len, default="")
    return name[: len(name) - len(ending)] or name


class Opener:
    """Unpacks archives into a scratch folder, each once; `problems` has what of them could not be unpacked.

    What one owner, an entry of the class, may unpack is limited, so that nobody takes the time or the room of others.
    """

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._opened: dict[Path, Path | Text] = {}
        self._archives, self._bytes = Counter[str](), Counter[str]()  # that each owner has unpacked
        self.problems: list[NotUnderstood] = []

    def open(self, archive: Path, shown: str, owner: str, of_class: bool = False) -> Path | Text:
        """Return the folder with what is in an archive, one student's or the whole class's, or why it is not opened."""
        if archive not in self._opened:
            self._opened[archive] = self._unpacked(archive, shown, owner, of_class)
        return self._opened[archive]

    def _unpacked(self, archive: Path, shown: str, owner: str, of_class: bool) -> Path | Text:
        if self._archives[owner] == MAX_ARCHIVES:
            return TOO_MANY.format(name=archive.name, limit=MAX_ARCHIVES)
        self._archives[owner] += 1
        left = max(0, MAX_OWNER_BYTES - self._bytes[owner])
        limit = limits.MAX_BYTES if of_class else min(limits.MAX_STUDENT_BYTES, left)
        target = self._scratch / str(len(self._opened))
        target.mkdir()
        unpacked = _unpack(archive, target, limit, of_class)
        if isinstance(unpacked, Text):
            remove(str(target))
            self._bytes[owner] += 0 if of_class else limit  # as much may have been written until it failed
            return unpacked
        self._bytes[owner] += 0 if of_class else unpacked.size
        self.problems += [NotUnderstood(f"{shown}/{name}", why) for name, why in unpacked.problems.items()]
        return target


def _unpack(archive: Path, target: Path, limit: int, of_class: bool) -> limits.Unpacked | Text:
    """Return what came out of an archive, or why it is not opened."""
    try:
        if not zipfile.is_zipfile(archive):
            return why_no_zip(archive)
        unpacked = unpack_inner(archive, target, limit, of_class)
    except TooLarge:
        return TOO_LARGE.format(name=archive.name, limit=limit >> 20)
    except (*UNREADABLE, OSError):
        return DAMAGED.format(name=archive.name)
    except GraderError:
        if of_class:
            raise
        return NO_ROOM.format(name=archive.name)
    if unpacked.problems and not any(path.is_file() for path in target.rglob("*")):
        encrypted = limits.ENCRYPTED in unpacked.problems.values()
        return (ENCRYPTED if encrypted else DAMAGED).format(name=archive.name)
    return unpacked


def why_no_zip(archive: Path) -> Text:
    """Return what to do with an archive that is no zip: of which kind it is, or that it is damaged."""
    kind = other_kind(archive)
    return OTHER_KIND.format(name=archive.name, kind=kind) if kind else DAMAGED.format(name=archive.name)


def other_kind(archive: Path) -> str:
    """Return the kind of an archive that is no zip, as its first bytes tell; "" if they do not."""
    with archive.open("rb") as file:
        start = file.read(300)
    kinds = [kind for magic, kind in OTHER_KINDS.items() if start.startswith(magic)]
    return kinds[0] if kinds else "tar" if start[257:262] == b"ustar" else ""
