"""While attacks are tried, this process becomes the parent of every process that a class run leaves behind."""

from __future__ import annotations

import ctypes

import pytest

PR_SET_CHILD_SUBREAPER = 36
collect_ignore_glob = ["*/*"]  # the attacks, some of which bring a conftest.py


@pytest.fixture(scope="session", autouse=True)
def _adopt_orphans():
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    yield
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)
