"""The server inside a worker: it loads one submission, then answers calls and probes until the grader hangs up.

It holds no answers and no tests. It returns what the student's code returns; whether that is right is decided
elsewhere.
"""

from __future__ import annotations

import marshal
import os
import socket
import sys
from collections.abc import Callable
from typing import Any

from . import notebook_names
from .global_settings import GlobalSettings
from .program import NoteProgress, Program
from .shared.given_names import given_names
from .shared.pack import pack
from .shared.printed import printed_by
from .shared.progress import NO_STATEMENT
from .shared.unpack import unpack
from .shared.whole_program import program_output
from .shared.wire import REQUEST_BYTES, receive, send


class Server:
    """Answers the requests that come over one socket.

    Tensors of more than `reply_limit` bytes in all are only named in a reply. `note_progress` is told each statement
    that begins, and `lock` is called before the first one. `setup_result` holds what a setup returned, if one ran.
    """

    def __init__(
        self,
        sock: socket.socket,
        reply_limit: int,
        note_progress: NoteProgress,
        lock: Callable[[], None],
        setup_result: tuple[object, ...] = (),
    ) -> None:
        self._sock = sock
        self._reply_limit = reply_limit
        self._note_progress = note_progress
        self._lock = lock
        self._program: Program
        self._setup_result = setup_result
        self._settings = GlobalSettings()

    def run(self) -> None:
        """Answer until the grader hangs up, which raises `Lost`."""
        while True:
            nonce, data = receive(self._sock, REQUEST_BYTES)
            send(self._sock, nonce, self._answer(data))

    def _answer(self, data: bytes) -> bytes:
        answers: dict[str, Callable[..., object]] = {
            "load": self._load,
            "call": self._call,
            "prints": self._prints,
            "program": self._run_whole,
            "probe": self._probe,
        }
        try:
            self._settings.restore()
            kind, *details = unpack(data)
            reply = answers[kind](*details)
            return pack(reply, self._reply_limit)
        except BaseException as error:
            return pack(self._program.describe(error), self._reply_limit)

    def _load(self, order: dict[str, Any]) -> dict[str, Any]:
        write_files(order["files"])
        self._lock()
        sys.path.insert(0, os.getcwd())
        if order["notebook"]:
            notebook_names.install()
        self._program = Program(
            order["name"],
            order["notebook"],
            order["cells"],
            set(order["skip"]),
            continue_after_error=bool(self._setup_result),  # the setup may have taken away what a statement needs
        )
        for name, code in order["given"].items():
            vars(self._program.module)[name] = run_code(code)[name]
        self._note_progress(0, NO_STATEMENT)
        self._program.run(self._note_progress)
        self._settings = GlobalSettings()
        return {"names": self._program.names(), "notes": self._program.notes, "parsed": self._program.parsed}

    def _call(self, name: str, args: tuple[object, ...], kwargs: dict[str, object]) -> object:
        return getattr(self._program.module, name)(*in_default_dtype(args), **in_default_dtype(kwargs))

    def _prints(self, name: str, args: tuple[object, ...], kwargs: dict[str, object], stdin: str) -> str:
        return printed_by(lambda: self._call(name, args, kwargs), stdin)

    def _run_whole(self, stdin: str) -> str:
        program = self._program
        sources = [(text, program.filename(cell)) for cell, text in enumerate(program.cells)]
        return program_output(sources, stdin, program.folder)

    def _probe(self, code: bytes, name: str, args: tuple[object, ...]) -> object:
        return run_code(code)[name](self._program.module, *self._setup_result, *in_default_dtype(args))


def in_default_dtype(value: Any) -> Any:
    """Return a value whose float32 tensors are float64, if a submission has made that the default dtype.

    It would make its inputs so itself, and its parameters fit no others.
    """
    torch: Any = sys.modules.get("torch")  # or a module of the submission that has this name
    if not hasattr(torch, "get_default_dtype") or torch.get_default_dtype() is not torch.float64:
        return value
    return _in_float64(value, torch)


def _in_float64(value: Any, torch: Any) -> Any:
    if isinstance(value, torch.Tensor):
        return value.double() if value.dtype is torch.float32 else value
    if isinstance(value, dict):
        return {key: _in_float64(item, torch) for key, item in value.items()}
    return type(value)(_in_float64(item, torch) for item in value) if isinstance(value, (tuple, list)) else value


def run_code(code: bytes) -> dict[str, Any]:
    """Run code of ours (a probe, a given function, a setup) in a new namespace, and return that namespace.

    It has the names of loaded libraries that `GIVEN_NAMES` lists.
    """
    namespace = given_names()
    exec(marshal.loads(code), namespace)
    return namespace


def write_files(files: dict[str, bytes]) -> None:
    """Write the submission's files into the current folder."""
    for name, data in files.items():
        os.makedirs(os.path.dirname(os.path.join(".", name)), exist_ok=True)
        with open(name, "wb") as file:
            file.write(data)
