"""Grades the checkout in the current folder and writes result.json; the bundle has this file as `autograder.py`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BUNDLE = Path(__file__).resolve().parent
NOT_HANDED_IN = (".git", ".github", "result.json", "release-body.md")


def main() -> int:
    """Grade, and return the exit code; other than 0, the runner reports an error and gives no points."""
    settings = json.loads((BUNDLE / "settings.json").read_text(encoding="utf-8"))
    if not os.environ.get("AUTOGRADER_SKIP_SETUP"):
        requirements = ["-c", str(BUNDLE / "constraints.txt"), "-r", str(BUNDLE / "requirements.txt")]
        _run([sys.executable, "-m", "pip", "install", "--quiet", *requirements])
    checkout = Path.cwd()
    (checkout / "result.json").unlink(missing_ok=True)  # a student may have handed in one
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        ignored = shutil.ignore_patterns(*NOT_HANDED_IN)
        shutil.copytree(checkout, work / "class" / "student", symlinks=True, ignore=ignored)
        assignment = ["--assignment", settings["assignment"], "--jobs", "1"]
        _autograder("grade", work / "class", "--out", work / "results", *assignment, *settings["options"])
        form = ["--to", "classroom50", "--lang", settings["language"]]
        _autograder("export", work / "results", *form, "--out", work / "result.json")
        shutil.copyfile(work / "result.json", checkout / "result.json")
    return 0


def _autograder(*words: object) -> None:
    """Run a command of the engine in the folder of the course."""
    _run([sys.executable, "-m", "autograder", *map(str, words)])


def _run(command: list[str]) -> None:
    environment = os.environ | {"PYTHONPATH": str(BUNDLE / "engine"), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    # What the grader says has the seed in it, and students read the log of their repository.
    done = subprocess.run(command, cwd=BUNDLE / "course", env=environment, stdout=subprocess.DEVNULL, check=False)
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    sys.exit(main())
