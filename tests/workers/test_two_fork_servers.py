"""Two shards of a run may have their fork servers in one sandbox: no worker of one reaches a worker of the other."""

from __future__ import annotations

import contextlib
import os
import signal

import psutil
import pytest

from autograder.sandbox import levels
from autograder.submissions.read import Submission
from autograder.workers import forker_client
from autograder.workers.fork_server import ForkServer
from autograder.workers.server_parent import close_places, make_places
from autograder.workers.session import Session

CONCERN_OWN_SANDBOX = ("slow its user down", "write next to its folder")  # where each fork server has a sandbox
SOURCE = "def corr2d(X, K):\n    return X\n"


def leave_a_file(_module):
    """Leave a file where this worker may write, and say where this worker is."""
    import os

    try:
        with open("secret", "w") as file:
            file.write("mine")
    except OSError:  # at some levels a worker may write nowhere
        pass
    return os.getpid(), os.getcwd()


def what_is_left(_module):
    """Return what this worker finds in its folder, and its priority."""
    import os

    found = {}
    for name in os.listdir("."):
        with open(name) as file:
            found[name] = file.read()
    return found, os.getpriority(os.PRIO_PROCESS, 0)


def attack(_module, pid, folder):
    """Try to reach a worker, given by its process and its folder; return what could be done."""
    import ctypes
    import os
    import signal

    def debug():
        if ctypes.CDLL(None, use_errno=True).ptrace(16, pid, 0, 0) != 0:  # PTRACE_ATTACH
            raise OSError(ctypes.get_errno(), "ptrace")

    def watch():
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.inotify_add_watch(libc.inotify_init(), folder.encode(), 0x100) < 0:
            raise OSError(ctypes.get_errno(), "inotify")

    ways = {
        "stop it": lambda: os.kill(pid, signal.SIGSTOP),
        "kill it": lambda: os.kill(pid, signal.SIGKILL),
        "debug it": debug,
        "see its memory": lambda: open(f"/proc/{pid}/mem", "rb").close(),
        "see its files": lambda: os.listdir(f"/proc/{pid}/cwd/"),
        "slow it down": lambda: os.setpriority(os.PRIO_PROCESS, pid, 19),
        "slow its user down": lambda: os.setpriority(os.PRIO_USER, 0, 19),
        "list its folder": lambda: os.listdir(folder),
        "watch its folder": watch,
        "read its file": lambda: open(f"{folder}/secret").close(),
        "write its file": lambda: open(f"{folder}/secret", "w").close(),
        "write next to it": lambda: open(f"{folder}/other", "w").close(),
        "write next to its folder": lambda: open(f"{os.path.dirname(folder)}/other", "w").close(),
        "move its file": lambda: os.rename(f"{folder}/secret", "secret"),
        "link to its file": lambda: os.link(f"{folder}/secret", "link"),
        "remove its file": lambda: os.remove(f"{folder}/secret"),
    }
    if pid in (0, os.getpid()):
        ways = {way: do for way, do in ways.items() if "folder" in way or way.endswith("its file")}
    done = []
    for way, do in ways.items():
        try:
            do()
        except OSError:
            continue
        done.append(way)
    return done


@pytest.fixture(
    params=[
        pytest.param(level, marks=[] if level is levels.LEVELS[0] else [pytest.mark.slow]) for level in levels.LEVELS
    ],
    ids=levels.NAMES,
)
def level(request):
    if not levels.works(request.param):
        pytest.skip(f"this machine has no {request.param.name}")
    return request.param


@pytest.fixture
def two(course, level, monkeypatch):
    """Start two fork servers as the shards of one run do.

    Where the lockdown alone has to keep their workers apart, both run as the same user.
    """
    places = make_places(levels.usable_layers(level), 2, course.libraries)
    one = ForkServer(course, level, place=places[0])
    if not level.layers.lockdown:
        next_shard = os.getpid() + 1
        monkeypatch.setattr(os, "getpid", lambda: next_shard)  # which decides the user
    other = ForkServer(course, level, place=places[1])
    monkeypatch.undo()
    yield one, other
    other.close()
    one.close()
    close_places(places)


def below(name):
    """Return the processes below this one that have a name."""
    found = []
    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            if process.name() == name:
                found.append(process)
    return found


@pytest.fixture
def load(course):
    """Load a submission into a worker of a fork server."""
    sessions = []

    def load(fork_server):
        session = Session(fork_server, Submission("s", "practice", False, (SOURCE,), {}, ()), {}, course.limits)
        session.begin_check("corr2d")
        sessions.append(session)
        return session

    yield load
    for session in sessions:
        session.close()


def test_a_worker_reaches_neither_processes_nor_files_of_another(two, load, level):
    has_own_user = levels.usable_layers(level).uid is not None
    if level.name == levels.UNSANDBOXED and not has_own_user:
        pytest.skip("without a sandbox and without users of their own, nothing is promised")
    victim, attacker = map(load, two)
    pid, folder = victim.ask_probe("corr2d", leave_a_file, ())
    before = victim.ask_probe("corr2d", what_is_left, ())
    target = pid if level.layers.lockdown or has_own_user else 0  # else the number may mean one of its own processes
    done = attacker.ask_probe("corr2d", attack, (target, folder))
    assert [way for way in done if level.layers.lockdown or way not in CONCERN_OWN_SANDBOX] == []
    assert victim.ask_probe("corr2d", leave_a_file, ()) == (pid, folder)
    assert victim.ask_probe("corr2d", what_is_left, ()) == before


def test_the_end_of_one_fork_server_disturbs_no_other(two, load):
    lost, untouched = map(load, two)
    pid, _ = untouched.ask_probe("corr2d", leave_a_file, ())
    lost.ask_probe("corr2d", leave_a_file, ())
    psutil.Process(two[0]._process.pid).send_signal(signal.SIGKILL)
    lost.close()
    lost.begin_check("corr2d")
    assert lost.ask_call("corr2d", (1, 2), {}) == 1
    assert untouched.ask_probe("corr2d", leave_a_file, ())[0] == pid


def test_a_fork_server_that_hangs_is_killed_and_disturbs_no_other(two, load, monkeypatch):
    monkeypatch.setattr(forker_client, "STOP_SECONDS", 0.5)
    lost, untouched = map(load, two)
    pid, _ = untouched.ask_probe("corr2d", leave_a_file, ())
    lost.ask_probe("corr2d", leave_a_file, ())
    hanging = psutil.Process(two[0]._process.pid)
    family = [hanging, *hanging.children(recursive=True)]
    hanging.suspend()
    lost.close()
    assert psutil.wait_procs(family, timeout=15)[1] == []
    lost.begin_check("corr2d")
    assert lost.ask_call("corr2d", (1, 2), {}) == 1
    assert untouched.ask_probe("corr2d", leave_a_file, ())[0] == pid


def test_both_go_on_when_the_process_that_forked_them_is_killed(two, load):
    sessions = list(map(load, two))
    for session in sessions:
        assert session.ask_call("corr2d", (1, 2), {}) == 1
    fork_servers = below("fork server")
    for process in below("server parent"):
        process.kill()
    psutil.wait_procs(fork_servers, timeout=15)
    for session in sessions:
        session.close()
        session.begin_check("corr2d")
        assert session.ask_call("corr2d", (3, 4), {}) == 3
