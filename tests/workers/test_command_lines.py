"""The command lines of sandboxed processes stay short: settings, filter and folders reach them in another way."""

from __future__ import annotations

import subprocess

import psutil
import pytest

from autograder.sandbox import levels, scratch
from autograder.workers.fork_server import ForkServer

CHARACTERS = 1000  # the interpreter, its flags, the folder of the worker and those of the libraries


def assert_short(command):
    assert len(" ".join(command)) < CHARACTERS
    assert [word for word in command if scratch.PREFIX in word or word.startswith(("/scratch", "{"))] == []


@pytest.fixture(params=[level.name for level in levels.LEVELS])
def level(request):
    level = next(level for level in levels.LEVELS if level.name == request.param)
    if not levels.works(level):
        pytest.skip(f"this machine has no {level.name}")
    return level


def test_no_process_below_a_grader_shows_its_settings(course, level):
    fork_server = ForkServer(course.limits, level)
    worker = fork_server.start_worker()
    commands = [process.cmdline() for process in psutil.Process().children(recursive=True)]
    worker.close()
    fork_server.close()
    assert len([words for words in commands if "boot" in words]) >= 2  # the fork server and the worker
    for command in commands:
        assert_short(command)


def test_the_trial_of_a_level_does_not_show_its_settings(level, monkeypatch):
    commands = []

    class Recorded(subprocess.Popen):
        def __init__(self, command, *args, **options):
            commands.append(command)
            super().__init__(command, *args, **options)

    monkeypatch.setattr(subprocess, "Popen", Recorded)
    levels._holds.cache_clear()
    assert levels.works(level)
    for command in commands:
        assert_short(command)
