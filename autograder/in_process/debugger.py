"""A debugger for code whose prints are caught and whose input is given: it talks to the terminal all the same."""

from __future__ import annotations

import bdb
import pdb
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

import pytest


@contextmanager
def breakpoints_at_terminal() -> Iterator[None]:
    """Let every `breakpoint()` in this block use the input and output that there are now.

    To quit the debugger ends the run of pytest, as it does elsewhere.
    """
    debugger = pdb.Pdb(stdin=sys.stdin, stdout=sys.stdout)
    try:
        with mock.patch.object(sys, "breakpointhook", debugger.set_trace):
            yield
    except bdb.BdbQuit:
        pytest.exit("Quitting debugger")
