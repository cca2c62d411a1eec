"""pip is told to install the engine from where it came, and never by a name that is on no index."""

from __future__ import annotations

import json

import pytest

from autograder.course.engine_source import source_in

GIT = {"url": "https://example.org/engine.git", "vcs_info": {"vcs": "git", "commit_id": "1f2e", "requested_revision": "main"}}  # fmt: skip
WHEEL = {"url": "file:///tmp/engine-0.1-py3-none-any.whl", "archive_info": {}}
FOLDER = {"url": "file:///tmp/my%20clone", "dir_info": {}}
EDITABLE = {"url": "file:///tmp/my%20clone", "dir_info": {"editable": True}}


@pytest.mark.parametrize(
    ("noted", "line", "local"),
    [
        (GIT, "engine @ git+https://example.org/engine.git@1f2e", False),
        (WHEEL, "engine @ file:///tmp/engine-0.1-py3-none-any.whl", True),
        (FOLDER, "engine @ file:///tmp/my%20clone", True),
        (EDITABLE, "engine @ file:///tmp/my%20clone", True),
        ({}, "", False),
    ],
)
def test_a_requirement_has_the_address(noted, line, local):
    source = source_in("engine", json.dumps(noted))
    assert (source.requirement, source.is_local) == (line, local)


@pytest.mark.parametrize(
    ("noted", "command"),
    [
        (GIT, 'pip install "engine[notebooks] @ git+https://example.org/engine.git@1f2e"'),
        (FOLDER, 'pip install "engine[notebooks] @ file:///tmp/my%20clone"'),
        (EDITABLE, 'pip install -e "/tmp/my clone[notebooks]"'),
        ({}, "pip install nbgrader"),
    ],
)
def test_an_extra_is_installed_from_there_too(noted, command):
    assert source_in("engine", json.dumps(noted)).command_for("notebooks", "nbgrader") == command
