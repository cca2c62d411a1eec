"""Running code without its prints and breakpoints, where it runs a second time for reasons of the engine."""

from __future__ import annotations

import io
import pdb
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from unittest import mock


@contextmanager
def quiet() -> Iterator[None]:
    """Show nothing of what is printed in this block, and stop at none of its breakpoints."""
    with (
        redirect_stdout(io.StringIO()),
        mock.patch.object(sys, "breakpointhook", _go_on),
        mock.patch.object(pdb, "set_trace", _go_on),
    ):
        yield


def _go_on(*_args: object, **_options: object) -> None:
    return None
