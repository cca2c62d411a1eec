"""The ways of grading that the benchmark compares, and what each of them costs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from course import ASSIGNMENT, ROOT, make_class, make_course, require_full_marks, require_full_results
from measure import Cost, run
from mistakes import make_mixed, make_wrong

BIN = Path(sys.executable).parent
EXAMPLES = ROOT / "examples" / "class"
WRONG = 6  # notebooks
SEED = "bench"


@dataclass(frozen=True)
class Size:
    """How much is measured: rounds, students in a class of notebooks, in a large one for the engine, bare rounds."""

    rounds: int
    students: int
    engine: int
    bare: int


class Ways:
    """Two nbgrader courses, one with stock settings, and classes of several sizes, with and without mistakes."""

    def __init__(self, folder: Path, size: Size) -> None:
        self.folder, self.size = folder, size
        for name in ("stock", "ours"):
            course = folder / name
            course.mkdir()
            make_course(course, stock=name == "stock")
            self._nbgrader(name, "generate_assignment", "--create")
            release = course / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
            make_class(course / "submitted", release, size.students)
        for name, count in (("large", size.engine), ("mixed", size.engine), ("wrong", WRONG)):
            make_class(folder / name, release, count)
        make_mixed(folder / "mixed")
        make_wrong(folder / "wrong")
        self.notebook = next((folder / "large").glob("*/*/*.ipynb"))

    def autograde(self, name: str) -> Cost:
        """Return the cost per student of nbgrader's own autograde in one of the two courses."""
        cost = self._autograde(name).per(self.size.students)
        require_full_marks(self.folder / name, self.size.students)
        return cost

    def autograde_wrong(self) -> Cost:
        """Return the cost of nbgrader's stock autograde for the notebooks with mistakes."""
        submitted, kept = self.folder / "stock" / "submitted", self.folder / "submitted"
        submitted.rename(kept)
        shutil.copytree(self.folder / "wrong", submitted)
        try:
            return self._autograde("stock")
        finally:
            shutil.rmtree(submitted)
            kept.rename(submitted)

    def wrong(self, *, cold: bool) -> Cost:
        """Return the cost of grading these notebooks when nothing, or everything, is known of known-wrong answers."""
        if cold:
            self._forget_mistakes()
        return self._grade(self.folder / "wrong", 2)

    def engine(self, jobs: int, name: str = "large") -> dict[str, Cost]:
        """Return the cost per submission of `autograder grade` as a whole, and without what a very small class costs.

        The small one gives each shard the two submissions after which it has done all that it does once.
        """
        few, small = 2 * jobs, self.folder / f"class-of-{2 * jobs}"
        for student in sorted((self.folder / "large").iterdir())[:few]:
            shutil.copytree(student, small / student.name, dirs_exist_ok=True)
        once = self._grade(small, jobs)
        self._forget_mistakes()
        everything = self._grade(self.folder / name, jobs)
        if name == "large":
            require_full_results(self.folder / "results", self.size.engine)
        each = everything.per(self.size.engine - few, without=once)
        return {"whole": everything.per(self.size.engine), "each": each}

    def unchanged(self) -> Cost:
        """Return the cost per submission of grading the large class once more, when nothing has changed."""
        self._grade(self.folder / "large", 2)
        return self._grade(self.folder / "large", 2, keep=True).per(self.size.engine)

    def examples(self) -> dict[str, Cost]:
        """Return the cost of what `make grade` grades: as a whole, and its wall time without the longest submission.

        That one has endless loops, and ends when its time is up; meanwhile the other shard grades everybody else.
        """
        everything = self._grade(EXAMPLES, 2, assignment=None)
        results = [json.loads(path.read_bytes()) for path in (self.folder / "results").glob("*/*.json")]
        longest = max(result["duration"] for result in results)
        return {"whole": everything, "without loops": Cost(everything.wall - longest, everything.cpu)}

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

    def _forget_mistakes(self) -> None:
        shutil.rmtree(self.folder / "ours" / ".autograder", ignore_errors=True)

    def _grade(self, submissions: Path, jobs: int, *, keep: bool = False, assignment: str | None = ASSIGNMENT) -> Cost:
        out = self.folder / "results"
        if not keep:
            shutil.rmtree(out, ignore_errors=True)
        options = ["--out", out, "--jobs", jobs, "--seed", SEED, "--unproven"]
        options += ["--assignment", assignment] if assignment else []
        return run([BIN / "autograder", "grade", submissions, *options], self.folder / "ours")

    def _autograde(self, name: str) -> Cost:
        shutil.rmtree(self.folder / name / "autograded", ignore_errors=True)
        return self._nbgrader(name, "autograde", "--force")

    def _nbgrader(self, name: str, command: str, *options: str) -> Cost:
        path = f"{BIN}{os.pathsep}{os.environ['PATH']}"  # nbgrader calls alembic by its name
        words = [BIN / "nbgrader", command, ASSIGNMENT, *options]
        return run(words, self.folder / name, AUTOGRADER_SEED=SEED, PATH=path)
