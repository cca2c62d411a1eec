"""The settings that a process in the sandbox gets from the grader when it starts."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import NamedTuple, TypeVar

import msgpack  # type: ignore[import-untyped]

HOME_VARIABLES = ("TMPDIR", "HOME", "MPLCONFIGDIR")  # of the environment; each names the folder of a process


@dataclass(frozen=True)
class Confinement:
    """What student code is confined to.

    `seccomp_filter` holds BPF instructions, or is None where a worker locks itself in with neither Landlock nor
    seccomp. `uid` is the user a worker runs as, or None for the user of the grader; with `keeps_read_access` that user
    may read whatever Landlock allows. `readable` and `writable` are the paths that Landlock allows.
    """

    seccomp_filter: bytes | None
    uid: int | None
    keeps_read_access: bool
    readable: list[str]
    writable: list[str]


@dataclass(frozen=True)
class ForkServerSettings:
    """Settings of a fork server: the confinement of its workers, its core (None: any) and its scratch folder."""

    confinement: Confinement
    core: int | None
    scratch: str


class WorkerLimits(NamedTuple):
    """What a worker may use: memory on top of what its parent holds, the size of its largest file and of a reply."""

    memory_bytes: int
    file_bytes: int
    reply_bytes: int


@dataclass(frozen=True)
class TrialSettings:
    """Settings of a trial: the confinement to try, and a file that it has to hide (None: it need not hide any)."""

    confinement: Confinement
    hidden: str | None


AnySettings = TypeVar("AnySettings", ForkServerSettings, TrialSettings)


def pack_settings(settings: ForkServerSettings | TrialSettings) -> bytes:
    """Return the bytes from which `unpack_settings` makes these settings."""
    return bytes(msgpack.packb(asdict(settings)))


def unpack_settings(kind: type[AnySettings], data: bytes) -> AnySettings:
    """Return the settings of this kind that were packed into `data`."""
    fields = msgpack.unpackb(data)
    return kind(**fields | {"confinement": Confinement(**fields["confinement"])})
