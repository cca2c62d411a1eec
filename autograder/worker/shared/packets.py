"""Packets on the control socket of a fork server: one message in msgpack each, with descriptors where it has any."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from typing import Any

import msgpack  # type: ignore[import-untyped]

PACKET_BYTES = 1 << 17


def send_packet(control: socket.socket, message: object, descriptors: Sequence[int] = ()) -> None:
    """Send a message and copies of these descriptors; raise `OSError` if the other side is gone."""
    socket.send_fds(control, [msgpack.packb(message)], descriptors)


def receive_packet(control: socket.socket, most_descriptors: int = 0) -> tuple[Any, list[int]]:
    """Return the next message and its descriptors; raise `EOFError` when the other side has hung up.

    Raises `ValueError` for what is no message, and `OSError` if the socket fails.
    """
    data, descriptors, _, _ = socket.recv_fds(control, PACKET_BYTES, most_descriptors)
    if not data:
        raise EOFError
    return msgpack.unpackb(data), descriptors
