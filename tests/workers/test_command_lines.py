"""The command lines of sandboxed processes stay short: settings, filter and folders reach them in another way."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys

import psutil
import pytest

from autograder.sandbox import levels, scratch
from autograder.workers.fork_server import ForkServer

CHARACTERS = 1000  # the interpreter, its flags, the folder of the worker and those of the libraries

TRY_LEVELS = """
import json, sys
sys.addaudithook(lambda event, args: event == "subprocess.Popen" and print(json.dumps(args[1])))
from autograder.sandbox import levels
for level in levels.LEVELS:
    levels.works(level)
"""


def assert_short(command):
    assert len(" ".join(command)) < CHARACTERS
    assert [word for word in command if scratch.PREFIX in word or word.startswith(("/scratch", "{"))] == []


def commands_below(process, others):
    """Yield the command line of every living process below one; `others` are those of other tests, such as a browser."""
    for child in set(process.children(recursive=True)) - others:
        with contextlib.suppress(psutil.NoSuchProcess, psutil.ZombieProcess):
            yield child.cmdline()


@pytest.fixture(params=[level.name for level in levels.LEVELS])
def level(request):
    level = next(level for level in levels.LEVELS if level.name == request.param)
    if not levels.works(level):
        pytest.skip(f"this machine has no {level.name}")
    return level


def test_no_process_below_a_grader_shows_its_settings(course, level):
    others = set(psutil.Process().children(recursive=True))
    fork_server = ForkServer(course, level)
    worker = fork_server.start_worker()
    commands = list(commands_below(psutil.Process(), others))
    worker.close()
    fork_server.close()
    assert len([words for words in commands if "boot" in words]) >= 2  # the fork server and the worker
    for command in commands:
        assert_short(command)


def test_the_trials_of_all_levels_do_not_show_their_settings():
    lines = subprocess.run([sys.executable, "-c", TRY_LEVELS], capture_output=True, text=True, check=True).stdout
    commands = [json.loads(line) for line in lines.splitlines()]
    assert len([words for words in commands if "trial" in words]) >= 1
    for command in commands:
        assert_short(command)
