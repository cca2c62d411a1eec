"""A scratch folder is there from the moment its owner has it, whatever other runs sweep meanwhile."""

from __future__ import annotations

import fcntl
import os
import tempfile

import pytest

from autograder.sandbox.scratch import Scratch, sweep


@pytest.fixture(autouse=True)
def _own_place(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.mark.parametrize(("module", "step"), [(os, "open"), (fcntl, "flock")])
def test_a_folder_that_another_run_sweeps_before_it_is_locked_is_made_again(monkeypatch, module, step):
    real = getattr(module, step)

    def swept_before(*args):
        monkeypatch.setattr(module, step, real)  # once
        sweep()
        return real(*args)

    monkeypatch.setattr(module, step, swept_before)
    with Scratch() as folder:
        assert folder.is_dir()


def test_a_folder_in_use_is_not_swept():
    with Scratch() as folder:
        sweep()
        assert folder.is_dir()
    assert not folder.exists()


def test_a_folder_whose_owner_has_ended_is_swept():
    scratch = Scratch()
    os.close(scratch._lock)
    sweep()
    assert not scratch.path.exists()
