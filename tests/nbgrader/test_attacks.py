"""What fools graders that run the tests in the student's kernel, tried on `nbgrader autograde` with our engine."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_output

pytestmark = pytest.mark.slow
A = "image_convolution"
EXERCISE = "edge_kernel"
WRONG = "def edge_kernel():\n    return torch.zeros(1, 2)\n"

# A cell in front of a wrong answer. HOME is the folder of the course.
CELLS = {
    "strips asserts from the syntax tree": (
        "import ast\n"
        "class Strip(ast.NodeTransformer):\n    def visit_Assert(self, node):\n        return ast.Pass()\n"
        "get_ipython().ast_transformers.append(Strip())\n"
    ),
    "strips asserts in compile": (
        "import builtins, re\nreal = builtins.compile\n"
        "builtins.compile = lambda source, *a, **k: real(re.sub('assert .*', 'pass', str(source)), *a, **k)\n"
    ),
    "rewrites the input of later cells": (
        "def rewrite(lines):\n    return ['5.0\\n'] if any('points' in line for line in lines) else lines\n"
        "get_ipython().input_transformers_cleanup.append(rewrite)\n"
    ),
    "publishes a result of its own": (
        "class Five:\n    def __repr__(self):\n        return '5.0'\n"
        "get_ipython().display_formatter.format = lambda *a, **k: ({'text/plain': '5.0'}, {})\ndisplay(Five())\nFive()\n"
    ),
    "patches the kernel's replies": (
        "import ipykernel.kernelbase as base\n"
        "base.Kernel.execute_request = lambda *a, **k: {'status': 'ok'}\n"
        "import ipykernel.zmqshell as shell\nshell.ZMQDisplayPublisher.publish = lambda *a, **k: None\n"
    ),
    "writes marks into the gradebook": (
        "import sqlite3\nline = sqlite3.connect(HOME + '/gradebook.db')\n"
        "line.execute('update grade set auto_score = 5, manual_score = 5')\nline.commit()\n"
    ),
    "runs the solution in the course": (
        "exec(open(HOME + '/solutions/image_convolution.py').read())\nright = edge_kernel\n"
    ),
    "runs the answers of the source notebook": (
        "import json\nfor cell in json.load(open(HOME + '/source/image_convolution/image_convolution.ipynb'))['cells']:\n"
        "    if cell['cell_type'] == 'code':\n        exec(''.join(cell['source']), globals())\n"
    ),
    "poisons the next student's start": (
        "import os, pathlib\n"
        "for place in (pathlib.Path.home(), pathlib.Path(HOME)):\n"
        "    start = place / '.ipython/profile_default/startup'\n    os.makedirs(start, exist_ok=True)\n"
        "    (start / 'poison.py').write_text('poisoned = True')\n"
    ),
    "leaves a writer in the background": (
        "import glob, os, time\n"
        "if os.fork() == 0:\n    os.setsid()\n    for _ in range(200):\n        time.sleep(0.2)\n"
        "        for path in glob.glob(HOME + '/autograded/*/*/*.ipynb'):\n            open(path, 'w').write('{}')\n"
    ),
    "shadows the grader's names": (
        "import sys, types\n"
        "fake = types.ModuleType('autograder.nbgrader.kernel')\nfake.points = lambda *a: 5.0\n"
        "sys.modules['autograder.nbgrader.kernel'] = fake\npoints = fake.points\n"
        "def check_tensor(*a, **k): pass\n"
    ),
}  # fmt: skip
ANSWERS = {
    "equals everything": (
        "class Equal(torch.Tensor):\n    __eq__ = lambda self, other: True\n"
        "    __torch_function__ = classmethod(lambda *a, **k: torch.tensor([[1.0, -1.0]]))\n"
        "def edge_kernel():\n    return torch.zeros(1, 2).as_subclass(Equal)\n"
    ),
    "runs code when it is unpickled": (
        "class Pickled:\n    def __reduce__(self):\n        import os\n        return os.system, ('touch ' + HOME + '/proof',)\n"
        "def edge_kernel():\n    return Pickled()\n"
    ),
    "leaves for the grader": "def edge_kernel():\n    import os\n    os._exit(0)\n",
}  # fmt: skip


def with_attack(notebook, at, home: Path, attack: str, answer: str = WRONG):
    """Return the untouched release with a wrong answer, and an attack in the cell before it."""
    struck = copy.deepcopy(notebook)
    index = at(struck, EXERCISE)
    struck.cells[index].source = answer
    struck.cells.insert(index, new_code_cell(f"import torch\nHOME = {str(home)!r}\n{attack}"))
    return struck


def with_false_marks(notebook, at):
    """Return notebooks whose grade cells were tampered with, by what was done."""
    checks = at(notebook, f"{EXERCISE}_checks")
    struck = {
        name: copy.deepcopy(notebook) for name in ("tagged", "stored", "rewritten", "worth more", "twice", "by hand")
    }
    struck["tagged"].cells[checks].metadata["tags"] = ["skip-execution"]
    result = new_output("execute_result", {"text/plain": "5.0"}, execution_count=1)
    struck["stored"].cells[checks].outputs = [result]
    struck["rewritten"].cells[checks].source = "5.0"
    struck["worth more"].cells[checks].metadata.nbgrader["points"] = 1000
    copied = copy.deepcopy(struck["twice"].cells[checks])
    copied.source = "5.0"
    struck["twice"].cells.append(copied)
    struck["by hand"].cells[checks].metadata.nbgrader.update(solution=True, locked=False)
    for one in struck.values():
        one.cells[at(one, EXERCISE)].source = WRONG
    return struck


@pytest.fixture(scope="module")
def graded(make_course, at):
    """A course whose class of attackers, with an honest student at the end, was graded."""
    teacher = make_course("attacks")
    teacher.nbgrader("generate_assignment", A)
    released = teacher.released(A)
    class_ = {name: with_attack(released, at, teacher.home, cell) for name, cell in CELLS.items()}
    class_ |= {name: with_attack(released, at, teacher.home, "", answer) for name, answer in ANSWERS.items()}
    class_ |= with_false_marks(released, at)
    for student, notebook in class_.items():
        teacher.hand_in(student, A, notebook)
    fake = teacher.home / "submitted" / "tagged" / A / "autograder" / "nbgrader"
    fake.mkdir(parents=True)
    (fake / "kernel.py").write_text("def points(*words):\n    return 5.0\n", encoding="utf-8")
    teacher.hand_in("zz honest", A, teacher.solved(A))
    teacher.nbgrader("autograde", A)
    return teacher


def test_no_attack_gains_a_point(graded):
    scores = graded.gradebook(A)
    assert len(scores) == len(CELLS) + len(ANSWERS) + 7
    assert {
        student: sum(marks.values()) for student, marks in scores.items() if student != "zz honest"
    } == dict.fromkeys(scores.keys() - {"zz honest"}, 0.0)


def test_the_honest_student_after_them_has_full_points(graded):
    assert sum(graded.gradebook(A)["zz honest"].values()) == 100.0


def test_no_attack_leaves_anything_in_the_course(graded):
    assert not (graded.home / "proof").exists()
    assert not list(graded.home.rglob("poison.py"))
    whole = [path.stat().st_size > 100 for path in graded.home.glob("autograded/*/*/*.ipynb")]
    assert whole == [True] * (len(CELLS) + len(ANSWERS) + 7)
