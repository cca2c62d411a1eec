"""Frames on the socket of a worker: a length, the nonce of the request, a packed value."""

from __future__ import annotations

import socket
import struct
from collections.abc import Callable
from typing import TypeVar

NONCE_BYTES = 16
HEADER = struct.Struct(f">I{NONCE_BYTES}s")
REQUEST_BYTES = 128 << 20  # the longest frame that a worker takes
TimeLeft = Callable[[], float]  # returns the seconds until it is asked again, or raises `TooSlow`
A = TypeVar("A")
T = TypeVar("T")


class Lost(Exception):
    """The other side is gone or does not speak this protocol."""


class TooSlow(Lost):
    """The time was over before the frame was through."""


class TooLarge(Lost):
    """The other side sent more than it may."""


def send(sock: socket.socket, nonce: bytes, payload: bytes, time_left: TimeLeft | None = None) -> None:
    """Send one frame; raise `Lost`, or what `time_left` raises when the time is over."""
    frame = memoryview(HEADER.pack(len(payload), nonce) + payload)
    while frame:
        frame = frame[_in_time(sock, sock.send, frame, time_left) :]


def receive(sock: socket.socket, limit: int, time_left: TimeLeft | None = None) -> tuple[bytes, bytes]:
    """Return the nonce and the payload of the next frame; raise `TooLarge` if it is longer than `limit` bytes."""
    length, nonce = HEADER.unpack(_read(sock, HEADER.size, time_left))
    if length > limit:
        raise TooLarge(f"a frame of {length} bytes")
    return nonce, _read(sock, length, time_left)


def _read(sock: socket.socket, size: int, time_left: TimeLeft | None) -> bytes:
    data = bytearray()
    while len(data) < size:
        part = _in_time(sock, sock.recv, min(size - len(data), 1 << 20), time_left)
        if not part:
            raise Lost("the connection is closed")
        data += part
    return bytes(data)


def _in_time(sock: socket.socket, operation: Callable[[A], T], argument: A, time_left: TimeLeft | None) -> T:
    """Return what an operation of the socket gives in the time left, so that sending byte by byte gains no time."""
    while True:
        if time_left is not None:
            sock.settimeout(time_left())
        try:
            return operation(argument)
        except TimeoutError:
            continue
        except OSError as error:
            raise Lost(str(error)) from None
