"""The benchmark: the same class of notebooks and the same hidden checks, graded in several ways in one run.

Usage: python benchmarks/bench.py [--quick]

Prints a table, and a line for each target of `targets.py`, met or missed. The quick form is for continuous
integration: small classes and one round show that it works, not how fast it is.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from course import ASSIGNMENT, ROOT, make_class, make_course, require_full_marks, require_full_results
from measure import Cost, run
from table import show
from targets import Figures, check_targets

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Size:
    """How much is measured: rounds of everything, students in a class of notebooks, more of them for the engine."""

    rounds: int
    students: int
    engine: int
    bare: int


FULL = Size(rounds=3, students=20, engine=1000, bare=100)
QUICK = Size(rounds=1, students=2, engine=12, bare=5)


class Bench:
    """Two nbgrader courses, one with stock settings, and a large class for the engine alone."""

    def __init__(self, folder: Path, size: Size) -> None:
        self.folder, self.size = folder, size
        for name in ("stock", "ours"):
            course = folder / name
            course.mkdir()
            make_course(course, stock=name == "stock")
            self._nbgrader(name, "generate_assignment", "--create")
            release = course / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
            make_class(course / "submitted", release, size.students)
        make_class(folder / "large", release, size.engine)
        self.whole = Cost(0, 0)  # of the last run of `engine`, start-up included
        self.notebook = next((folder / "large").glob("*/*/*.ipynb"))

    def autograde(self, name: str) -> Cost:
        """Return the cost per student of nbgrader's own autograde in one of the two courses."""
        shutil.rmtree(self.folder / name / "autograded", ignore_errors=True)
        cost = self._nbgrader(name, "autograde", "--force").per(self.size.students)
        require_full_marks(self.folder / name, self.size.students)
        return cost

    def engine(self, jobs: int) -> Cost:
        """Return the cost per submission of `autograder grade`: what a large class costs more than a very small one.

        The small one gives each shard the two submissions after which it has done all that it does once.
        """
        few, small = 2 * jobs, self.folder / f"class-of-{2 * jobs}"
        for student in sorted((self.folder / "large").iterdir())[:few]:
            shutil.copytree(student, small / student.name, dirs_exist_ok=True)
        once, all_of_them = self._grade(small, jobs), self._grade(self.folder / "large", jobs)
        self.whole = all_of_them.per(self.size.engine)
        return all_of_them.per(self.size.engine - few, without=once)

    def unchanged(self, jobs: int) -> Cost:
        """Return the cost per submission of grading the large class once more, when nothing has changed."""
        return self._grade(self.folder / "large", jobs, keep=True).per(self.size.engine)

    def start_up(self) -> dict[str, Cost]:
        """Return what it takes to import torch, to show help, and to grade one student's file."""
        one = self.folder / "one" / "s"
        one.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "solutions" / f"{ASSIGNMENT}.py", one)
        return {
            "torch": run([sys.executable, "-c", "import torch"], ROOT),
            "help": run([BIN / "autograder", "--help"], ROOT),
            "one": self._grade(one.parent, 1),
        }

    def bare(self) -> dict[str, list[float]]:
        """Return (CPU, wall) in milliseconds per submission for each bare limit."""
        command = [sys.executable, "-W", "ignore", Path(__file__).with_name("bare.py"), self.notebook, ASSIGNMENT]
        words = [*map(str, command), str(self.size.bare)]
        said = subprocess.check_output(words, cwd=ROOT, env=os.environ | {"OMP_NUM_THREADS": "1"}, text=True)
        figures: dict[str, list[float]] = json.loads(said.splitlines()[-1])
        return figures

    def _grade(self, submissions: Path, jobs: int, keep: bool = False) -> Cost:
        out = self.folder / "results"
        if not keep:
            shutil.rmtree(out, ignore_errors=True)
        options = ["--out", out, "--jobs", jobs, "--seed", "bench", "--unproven", "--assignment", ASSIGNMENT]
        cost = run([BIN / "autograder", "grade", submissions, *options], ROOT)
        require_full_results(out, len(list(submissions.iterdir())))
        return cost

    def _nbgrader(self, name: str, command: str, *options: str) -> Cost:
        path = f"{BIN}{os.pathsep}{os.environ['PATH']}"  # nbgrader calls alembic by its name
        words = [BIN / "nbgrader", command, ASSIGNMENT, *options]
        return run(words, self.folder / name, AUTOGRADER_SEED="bench", PATH=path)


def measure(size: Size) -> Figures:
    """Measure everything in turn, round by round, so that other work of the machine slows every row equally."""
    costs: dict[str, list[Cost]] = defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        bench = Bench(Path(folder), size)
        for number in range(size.rounds):
            print(f"round {number + 1} of {size.rounds}", file=sys.stderr)  # noqa: T201
            costs["stock"].append(bench.autograde("stock"))
            costs["ours"].append(bench.autograde("ours"))
            costs["engine"].append(bench.engine(1))
            costs["engine2"].append(bench.engine(2))
            costs["whole"].append(bench.whole)
            costs["unchanged"].append(bench.unchanged(2))
            for name, cost in bench.start_up().items():
                costs[name].append(cost)
            for name, (cpu, wall) in ((n, f) for n, f in bench.bare().items() if n != "asked"):
                costs[name].append(Cost(wall / 1000, cpu / 1000))
    return dict(costs)


def main() -> None:
    """Measure; print the table, and which targets are met."""
    costs = measure(QUICK if "--quick" in sys.argv[1:] else FULL)
    show(costs)
    print()  # noqa: T201
    for line in check_targets(costs):
        print(line)  # noqa: T201


if __name__ == "__main__":
    main()
