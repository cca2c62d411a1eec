"""The form grader's pages, served by a real Jupyter server on this machine."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
A = "practice"
TOKEN = "round"
START_SECONDS = 120


@pytest.fixture(scope="module")
def teacher(make_course):
    teacher = make_course("formgrader")
    teacher.nbgrader("generate_assignment", A)
    teacher.hand_in("right", A, teacher.solved(A))
    teacher.hand_in("later", A, teacher.solved(A))
    teacher.nbgrader("autograde", A, "--student=right")
    return teacher


@pytest.fixture(scope="module")
def ask(teacher, tmp_path_factory) -> Iterator[Callable[..., str]]:
    """A function that asks the Jupyter server for a page; the server runs as long as the tests of this file."""
    folder = tmp_path_factory.mktemp("server")
    environment = os.environ | {"HOME": str(folder), "JUPYTER_RUNTIME_DIR": str(folder), "AUTOGRADER_SEED": "round"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    options = ["--ServerApp.ip=127.0.0.1", "--ServerApp.port=0", f"--IdentityProvider.token={TOKEN}", "--allow-root"]
    command = [sys.executable, "-m", "jupyter_server", *options, f"--ServerApp.root_dir={teacher.home}"]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=teacher.home, env=environment, stdout=log, stderr=log)
    try:
        address = _address(folder / f"jpserver-{server.pid}.json", server)

        def ask(path: str, data: bytes | None = None) -> str:
            request = urllib.request.Request(
                address + urllib.parse.quote(path), data, {"Authorization": f"token {TOKEN}"}
            )
            with urllib.request.urlopen(request, timeout=200) as answer:
                return answer.read().decode()

        yield ask
    finally:
        server.terminate()
        server.wait(60)


def _address(path: Path, server: subprocess.Popen[bytes]) -> str:
    """Return the address of the server, as soon as it answers there."""
    for _ in range(START_SECONDS * 10):
        if path.is_file() and (text := path.read_text()):
            address = json.loads(text)
            with contextlib.suppress(ConnectionRefusedError):
                socket.create_connection((address["hostname"], address["port"])).close()
                return address["url"]
        assert server.poll() is None, (path.parent / "log").read_text()
        time.sleep(0.1)
    raise AssertionError((path.parent / "log").read_text())


def test_the_pages_of_the_form_grader_are_there(ask):
    for page in ("manage_assignments", f"manage_submissions/{A}", f"gradebook/{A}/{A}", "manage_students"):
        assert "<title>nbgrader formgrade</title>" in ask(f"formgrader/{page}")
    (assignment,) = [entry for entry in json.loads(ask("formgrader/api/assignments")) if entry["name"] == A]
    assert assignment["num_submissions"] == 2


def test_a_submission_is_shown_with_its_feedback_and_without_hidden_names(ask):
    (entry,) = json.loads(ask(f"formgrader/api/submitted_notebooks/{A}/{A}"))
    page = ask(f"formgrader/submissions/{entry['id']}/")
    assert "autograder-feedback" in page
    assert entry["score"] == 100.0


def test_the_autograde_button_grades_with_the_engine(ask, teacher):
    answer = json.loads(ask(f"formgrader/api/submission/{A}/later/autograde", b""))
    assert answer["success"], answer
    assert sum(score or 0.0 for score in teacher.gradebook(A)["later"].values()) == 100.0
