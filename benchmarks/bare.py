"""The bare limits, each measured in this one warm process; prints milliseconds of CPU per submission as JSON.

`calls`: the student's code is loaded and asked what the hidden checks ask, and nothing else is done.
`checks`: the checks themselves, with reference and comparison, but no isolation and no pytest.
`floor`: fork, load, the same questions over a socket, kill.

Nothing is switched off for the checks of own work: they cost their calls.

Usage: python benchmarks/bare.py NOTEBOOK ASSIGNMENT ROUNDS
"""

from __future__ import annotations

import json
import os
import resource
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import torch
from inprocess import LIMIT, NO_SETUP, Call, Direct, ask, checks_of, run_checks

from autograder.checks.reference import load_solution
from autograder.course.load import load_course
from autograder.submissions.handin import Handin
from autograder.submissions.read import read_submission
from autograder.worker.huge_pages import use_huge_pages
from autograder.worker.preload import warm_up
from autograder.worker.serve import Server
from autograder.worker.shared.pack import pack
from autograder.worker.shared.unpack import unpack
from autograder.worker.shared.wire import NONCE_BYTES, receive, send
from autograder.workers.probes import PROBE, compiled_probe


def cpu() -> float:
    """Return the seconds of CPU of this process and of the children it waited for."""
    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def measure(work: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Return the milliseconds of CPU and of wall time that one round of `work` takes."""
    work()
    started, begun = cpu(), time.perf_counter()
    for _ in range(rounds):
        work()
    return (cpu() - started) * 1000 / rounds, (time.perf_counter() - begun) * 1000 / rounds


class Bare:
    """One submission, and what the hidden checks ask of it."""

    def __init__(self, notebook: Path, assignment: str) -> None:
        course = load_course(Path.cwd())
        self.assignment = assignment
        submission = read_submission(Handin("bench", assignment, notebook), course.limits, None)
        self.codes = [compile(cell, "<cell>", "exec") for cell in submission.cells]
        self.cells = submission.cells
        self.solution = load_solution(course.solution(assignment))
        self.checks = {e.name: list(checks_of(assignment, e.name)) for e in course.assignments[assignment].exercises}
        self.calls = self.run_checks().calls

    def load(self) -> ModuleType:
        """Run the student's cells in a fresh module."""
        module = ModuleType("__main__")
        for code in self.codes:
            exec(code, vars(module))
        return module

    def run_checks(self) -> Direct:
        """Run all checks and return the record of what they asked."""
        asker = Direct(self.load(), self.cells, run_setup=False)
        for exercise, checks in self.checks.items():
            run_checks(self.assignment, exercise, checks, asker, self.solution)
        return asker

    def ask(self) -> None:
        """Ask the student's code what the checks ask."""
        module = self.load()
        for call in self.calls:
            ask(module, call, run_setup=False)

    def fork(self) -> None:
        """Ask the same of a forked child over a socket, and kill it."""
        ours, theirs = socket.socketpair()
        child = os.fork()
        if child == 0:
            Server(theirs, LIMIT, lambda *_: None, lambda: None).run()
        theirs.close()
        for request in (self._order(), *map(_request, self.calls)):
            send(ours, bytes(NONCE_BYTES), request)
            unpack(receive(ours, LIMIT)[1])
        ours.close()
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)

    def _order(self) -> bytes:
        order = {"name": self.assignment, "notebook": True, "cells": list(self.cells), "files": {}, "given": {}}
        return pack(("load", order | {"skip": []}), LIMIT)


def _request(call: Call) -> bytes:
    exercise, probe, args, setup = call
    if probe is None:
        return pack(("call", exercise, args), LIMIT)
    from_setup = () if setup is None else (NO_SETUP,)
    return pack(("probe", compiled_probe(probe), PROBE, (*from_setup, *args)), LIMIT)


def refuse(*_args: object) -> NoReturn:
    """Be an operator that is off: the checks of own work look afterwards whether it still is."""
    raise RuntimeError("switched off")


def main() -> None:
    """Measure all three and print them."""
    notebook, assignment, rounds = sys.argv[1:]
    os.chdir(Path(__file__).parents[1])
    vars(torch.ops.aten)["conv2d"] = refuse
    bare = Bare(Path(notebook), assignment)
    warm_up()  # as a fork server does before it forks
    use_huge_pages()
    work = {"calls": bare.ask, "checks": bare.run_checks, "floor": bare.fork}
    figures = {name: measure(function, int(rounds)) for name, function in work.items()}
    print(json.dumps(figures | {"asked": len(bare.calls)}))  # noqa: T201


if __name__ == "__main__":
    main()
