"""A worker holds no answers: neither its path nor its memory has anything of suites, solutions or seed."""

from __future__ import annotations

import os
import re
import subprocess
import uuid
from pathlib import Path

import pytest

from autograder.grading.course_files import given_sources, with_helper_modules
from autograder.sandbox import levels
from autograder.submissions.read import Submission
from autograder.workers.fork_server import ForkServer
from autograder.workers.session import Session

ROOT = Path(__file__).parents[2]
MARK = f"only this run's submission has {uuid.uuid4()}"
LONG_ENOUGH = 40  # characters; shorter lines may stand in torch as well


def hidden_texts() -> set[str]:
    """Return every English title of a hidden check, and every long line of a solution region."""
    titles = [
        t for p in (ROOT / "autograder/suites").rglob("test_*.py") for t in re.findall(r'en="([^"]+)"', p.read_text())
    ]
    regions = [
        region
        for path in (ROOT / "solutions").glob("*.py")
        for region in re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", path.read_text(), re.DOTALL)
    ]
    lines = [line.strip() for region in regions for line in region.splitlines()]
    public = "".join(path.read_text() for path in (ROOT / "assignments").glob("*.py"))
    return {text for text in (*titles, *lines) if len(text) >= LONG_ENOUGH and text.isascii() and text not in public}


def probe_reach(_module):
    """Return what the worker's Python can see and import."""
    import os
    import sys

    def readable(path):
        try:
            return os.path.exists(path)
        except OSError:
            return False

    found = [name for name in ("autograder", "solutions", "tests") if any(readable(f"{p}/{name}") for p in sys.path)]
    imported = [name for name in sys.modules if name.split(".")[0] in ("autograder", "solutions", "pytest", "_pytest")]
    links = [f"/proc/self/fd/{fd}" for fd in range(3, 256)]
    descriptors = [os.readlink(link).split(":")[0] for link in links if os.path.islink(link)]
    return found, imported, descriptors, sorted(os.environ), sys.argv


@pytest.fixture(scope="module", params=[level.name for level in levels.LEVELS])
def fork_server(request, course):
    level = next(level for level in levels.LEVELS if level.name == request.param)
    if level.name != "process" and not levels.works(level):
        pytest.skip(f"this machine has no {level.name}")
    fork_server = ForkServer(course, level)
    yield fork_server
    fork_server.close()


@pytest.fixture(scope="module")
def session(fork_server, course):
    source = f"MARK = {MARK!r}\ndef corr2d(X, K):\n    return X\n"
    submission = with_helper_modules(
        Submission("s", "practice", False, (source,), {}, ()), course.suites / "helper_modules"
    )
    session = Session(fork_server, submission, given_sources(course.solution("practice"), ("corr2d",)), course.limits)
    session.load()
    yield session
    session.close()


def worker_memory() -> bytes:
    """Return the writable memory of the process that holds this test's submission, found among our descendants."""
    pattern = re.compile(rb"^[0-9a-f]+-[0-9a-f]+ rw", re.MULTILINE)
    for pid in subprocess.run(["ps", "-eo", "pid="], capture_output=True, text=True, check=True).stdout.split():
        if pid == str(os.getpid()):
            continue
        try:
            maps = Path(f"/proc/{pid}/maps").read_bytes()
            if b"libtorch" not in maps:
                continue
            memory = read_regions(pid, [m.group()[:-3] for m in pattern.finditer(maps)])
        except OSError:
            continue
        if MARK.encode() in memory:
            return memory
    raise AssertionError("the worker was not found")


def read_regions(pid: str, regions: list[bytes]) -> bytes:
    parts = []
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as file:
        for region in regions:
            low, high = (int(end, 16) for end in region.split(b"-"))
            file.seek(low)
            parts.append(file.read(high - low))
    return b"".join(parts)


@pytest.mark.skipif(os.geteuid() != 0, reason="reading another process's memory takes root")
def test_its_memory_holds_no_suite_no_solution_and_no_seed(session):
    session.begin_check("corr2d")
    assert session.ask_call("corr2d", (1, 2), {}) == 1
    memory = worker_memory()
    hidden = hidden_texts()
    assert len(hidden) > 60
    assert [text for text in hidden if text.encode() in memory] == []


def test_it_can_import_nothing_of_ours_and_holds_one_socket(session):
    session.begin_check("corr2d")
    found, imported, descriptors, environment, argv = session.ask_probe("corr2d", probe_reach, ())
    assert (found, imported) == ([], [])
    assert sorted(descriptors) == ["/memfd", "socket"]
    assert "AUTOGRADER_SEED" not in environment
    assert argv == [""]


def probe_network(_module):
    import socket

    try:
        return [name for _, name in socket.if_nameindex()]
    except OSError:
        return []


def test_it_has_no_network_where_the_kernel_allows(fork_server, session):
    if fork_server.level.name == "process":
        pytest.skip("the process level has the machine's network, as the docs say")
    session.begin_check("corr2d")
    assert set(session.ask_probe("corr2d", probe_network, ())) <= {"lo"}


def probe_callers(module):
    """Ask the submission who calls it: this text and this name stay behind."""
    return module.corr2d(1, 2), module.callers()


def test_a_probe_does_not_say_what_it_asks(fork_server, course):
    source = (
        "import sys\n"
        "def corr2d(X, K):\n    return X\n"
        "def callers():\n    code = sys._getframe(1).f_code\n    return [code.co_name, *map(str, code.co_consts)]\n"
    )
    session = Session(fork_server, Submission("s", "practice", False, (source,), {}, ()), {}, course.limits)
    session.load()
    session.begin_check("corr2d")
    _, known = session.ask_probe("corr2d", probe_callers, ())
    session.close()
    assert known[0] == "probe"
    assert not [text for text in known if "callers" in text or "stay behind" in text]
