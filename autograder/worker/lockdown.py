"""The lockdown of a worker before student code runs: Landlock rules and a filter of system calls.

Both are made once in the fork server, which takes some milliseconds, and applied in each worker, which takes a
fraction of one. A process cannot undo them.
"""

from __future__ import annotations

import contextlib
import ctypes.util
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .shared.prctl import prctl
from .shared.settings import Confinement

if TYPE_CHECKING:
    from landlockpy import Ruleset

PR_SET_SECCOMP = 22
SECCOMP_MODE_FILTER = 2
INSTRUCTION_BYTES = 8
DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")


class Lockdown:
    """Landlock rules and a filter of system calls (BPF instructions), ready to be applied."""

    def __init__(self, rules: Ruleset, program: bytes) -> None:
        self._rules = rules
        self._instructions = ctypes.create_string_buffer(program, len(program))
        self._filter = SockFprog(len(program) // INSTRUCTION_BYTES, ctypes.addressof(self._instructions))

    @property
    def descriptor(self) -> int:
        """The descriptor a worker has to keep until `apply`."""
        return self._rules.fileno()

    def apply(self) -> None:
        """Confine this process and everything it will start; raise `OSError` if that fails."""
        with self._rules:
            self._rules.restrict()
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(self._filter))


class SockFprog(ctypes.Structure):
    """The kernel's `struct sock_fprog`: how many instructions, and where."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


def make_lockdown(confinement: Confinement, *also_readable: str) -> Lockdown | None:
    """Return the lockdown of a confinement, if it has one; raise `OSError` where the kernel has no Landlock."""
    if confinement.seccomp_filter is None:
        return None
    rules = make_rules([*confinement.readable, *also_readable], confinement.writable)
    return Lockdown(rules, confinement.seccomp_filter)


@contextlib.contextmanager
def nothing_searched() -> Iterator[None]:
    """Let `find_library` find nothing: the C library that the process has is taken; a search may start a compiler."""
    find, ctypes.util.find_library = ctypes.util.find_library, lambda name: None  # noqa: ARG005
    try:
        yield
    finally:
        ctypes.util.find_library = find


def make_rules(readable: Iterable[str], writable: Iterable[str]) -> Ruleset:
    """Return rules that allow to read what is under `readable`, to read and write what is under `writable`, no more."""
    from landlockpy import AccessFS, Ruleset, Scope, abi_version

    with nothing_searched():
        abi_version()  # which loads the C library
    of_files = AccessFS.EXECUTE | AccessFS.READ_FILE | AccessFS.WRITE_FILE | AccessFS.TRUNCATE
    read = AccessFS.EXECUTE | AccessFS.READ_FILE | AccessFS.READ_DIR
    make = AccessFS.MAKE_DIR | AccessFS.MAKE_REG | AccessFS.MAKE_SYM
    write = read | of_files | make | AccessFS.REFER | AccessFS.REMOVE_DIR | AccessFS.REMOVE_FILE
    rights = dict.fromkeys([*readable, *DEVICES], read) | dict.fromkeys([*writable, os.devnull], write)
    rules = Ruleset(scoped=Scope.SIGNAL | Scope.ABSTRACT_UNIX_SOCKET)
    for path, access in rights.items():
        rules.allow_path(path, access if os.path.isdir(path) else access & of_files)
    return rules
