"""What the tests of this folder share: grading one hand-in in this process."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.results.writer import to_json, write_class
from autograder.runs.grading import Grading
from autograder.sandbox import levels
from autograder.submissions.find_class import find_class
from autograder.workers.fork_server import ForkServer

A = "image_convolution"


@pytest.fixture(scope="module")
def graded(course, tmp_path_factory) -> Iterator[Callable[..., dict[str, Any]]]:
    """Return a function that hands in a file with others beside it, and returns the record of its result."""
    fork_server = ForkServer(course, levels.strongest())
    try:
        job = Grading(course, [course.assignments[A]], "seed")
        with job.collected() as material:
            answer = job.ready(material, fork_server)
            fork_server.wait_until_ready()

            def graded(folder: Path, name: str, content: bytes, files: dict[bytes, bytes], student: bytes = b"s"):
                hand_in(folder, student, {**files, os.fsencode(name): content})
                (handin,) = find_class(folder, course, tmp_path_factory.mktemp("archives"), only=A).handins
                result, faults = answer(handin)
                assert faults == []
                write_class(folder / "out", [result], course, "seed")
                record = json.loads(to_json(result))
                assert "grader_error" not in {exercise["status"] for exercise in record["exercises"]}
                return record

            yield graded
    finally:
        fork_server.close()


def hand_in(folder: Path, student: bytes, files: dict[bytes, bytes]) -> None:
    for name, data in files.items():
        path = Path(os.fsdecode(os.path.join(os.fsencode(folder), student, name)))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
