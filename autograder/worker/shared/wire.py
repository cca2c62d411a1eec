"""Frames on the socket of a worker: a length, the nonce of the request, a packed value."""

from __future__ import annotations

import socket
import struct
import time

NONCE_BYTES = 16
HEADER = struct.Struct(f">I{NONCE_BYTES}s")
REQUEST_BYTES = 128 << 20  # the longest frame that a worker takes
FOREVER = float("inf")


class Lost(Exception):
    """The other side is gone or does not speak this protocol."""


class TooSlow(Lost):
    """The deadline passed before the frame was through."""


class TooLarge(Lost):
    """The other side sent more than it may."""


def send(sock: socket.socket, nonce: bytes, payload: bytes, deadline: float = FOREVER) -> None:
    """Send one frame; raise `Lost` or `TooSlow` (the deadline is a `time.monotonic` value)."""
    frame = memoryview(HEADER.pack(len(payload), nonce) + payload)
    while frame:
        _wait(sock, deadline)
        try:
            frame = frame[sock.send(frame) :]
        except TimeoutError:
            raise TooSlow from None
        except OSError as error:
            raise Lost(str(error)) from None


def receive(sock: socket.socket, limit: int, deadline: float = FOREVER) -> tuple[bytes, bytes]:
    """Return the nonce and the payload of the next frame; raise `TooLarge` if it is longer than `limit` bytes."""
    length, nonce = HEADER.unpack(_read(sock, HEADER.size, deadline))
    if length > limit:
        raise TooLarge(f"a frame of {length} bytes")
    return nonce, _read(sock, length, deadline)


def _read(sock: socket.socket, size: int, deadline: float) -> bytes:
    data = bytearray()
    while len(data) < size:
        _wait(sock, deadline)
        try:
            part = sock.recv(min(size - len(data), 1 << 20))
        except TimeoutError:
            raise TooSlow from None
        except OSError as error:
            raise Lost(str(error)) from None
        if not part:
            raise Lost("the connection is closed")
        data += part
    return bytes(data)


def _wait(sock: socket.socket, deadline: float) -> None:
    """Give the next operation only the time left until the deadline, so that sending byte by byte gains no time."""
    if deadline == FOREVER:
        return
    left = deadline - time.monotonic()
    if left <= 0:
        raise TooSlow
    sock.settimeout(left)
