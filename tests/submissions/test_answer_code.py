"""Of a submission, one exercise needs its own definition and what that reads, and nothing else."""

import pytest

from autograder.submissions.answer_code import MOST_CHARACTERS, answer_code

SUBMISSION = """
import math
import os
from torch import Tensor

SCALE = 2

def unused():
    return os.getcwd()

def helper(x):
    return SCALE * math.floor(x)

def wanted(X: Tensor) -> float:
    return helper(X.sum())

print(wanted)
"""


def test_the_definition_comes_with_all_it_reads_in_order():
    assert answer_code([SUBMISSION], "wanted") == (
        "import math\n\n\nfrom torch import Tensor\n\n\nSCALE = 2\n\n\n"
        "def helper(x):\n    return SCALE * math.floor(x)\n\n\n"
        "def wanted(X: Tensor) -> float:\n    return helper(X.sum())\n"
    )


def test_names_may_stand_in_other_cells():
    cells = ["def wanted():\n    return helper()", "def other():\n    pass", "def helper():\n    return 1"]
    assert answer_code(cells, "wanted") == "def wanted():\n    return helper()\n\n\ndef helper():\n    return 1\n"


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param(["x = 1"], id="the name is not there"),
        pytest.param(["def wanted(:"], id="the cell is no Python"),
        pytest.param(["def wanted():\n    pass\n" + "#" * MOST_CHARACTERS], id="too long"),
        pytest.param(["x = 1; wanted = " + "-" * 5000 + "1"], id="too deep"),
        pytest.param([f"x = 0x{'f' * 4000}; wanted = 1"], id="a number too long to be written down"),
    ],
)
def test_where_there_is_nothing_to_keep_it_is_empty(cells):
    assert answer_code(cells, "wanted") == ""
