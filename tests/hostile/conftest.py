"""What the attacks need: this process inherits whatever a class run leaves behind."""

from __future__ import annotations

import ctypes

import pytest

PR_SET_CHILD_SUBREAPER = 36
collect_ignore_glob = ["*/*"]  # the attacks, some of which bring a conftest.py


@pytest.fixture(scope="session", autouse=True)
def _heir():
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    yield
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)
