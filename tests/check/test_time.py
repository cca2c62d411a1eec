"""What torch imports when it is first used is no part of an exercise's time."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOADED = "import sys; print('torch._dynamo' in sys.modules)"
BOOT = "import sys, torch; sys.path.insert(0, sys.argv[1]); "


@pytest.fixture
def loads_dynamo(course):
    """Return whether a program in the students' folder makes torch import what takes seconds."""

    def loads_dynamo(program):
        command = [sys.executable, "-c", f"{BOOT}{program}; {LOADED}", str(course.check.parent)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1] == "True"

    return loads_dynamo


def test_no_public_case_makes_torch_import_what_is_slow(loads_dynamo, course):
    solution = course.solution("practice")
    run = f"check_exercises('practice', runpy.run_path({str(solution)!r}))"
    assert not loads_dynamo(f"import runpy; from check.verdicts import check_exercises; {run}")


@pytest.mark.parametrize(
    ("text", "wanted"), [("from torch.optim import SGD", True), ("optim.SGD(layer.parameters())", True), ("1", False)]
)
def test_what_a_text_will_make_torch_import_is_imported_before(loads_dynamo, text, wanted):
    assert loads_dynamo(f"from check.libraries import import_for; import_for({text!r})") is wanted
