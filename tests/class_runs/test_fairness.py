"""An answer that is right by the contract keeps full marks, however it is written and whatever stands around it."""

from __future__ import annotations

import pytest

A = "image_convolution"
HELPED = """
import torch
from helper import window
from d2l import torch as d2l
import package.inner

def corr2d(X, K):
    rows = [[(window(X, i, j, K.shape) * K).sum() for j in range(X.shape[1] - K.shape[1] + 1)]
            for i in range(X.shape[0] - K.shape[0] + 1)]
    return d2l.stack([torch.stack(row) for row in rows])
"""
CORR2D = """
def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
"""
START = "import torch\n"
# Each is put in front of, or behind, a perfect submission.
BEFORE = {
    "float64 by default": "import torch\ntorch.set_default_dtype(torch.float64)\n",
    "seeds and threads": "import torch, random\ntorch.manual_seed(3)\nrandom.seed(1)\ntorch.set_num_threads(2)\n",
    "gradients off": "import torch\ntorch.set_grad_enabled(False)\n",
    "warnings as errors": "import warnings\nwarnings.simplefilter('error')\n",
    "warns and prints": "import sys, warnings\nwarnings.warn('mine')\nprint('x' * 3_000_000)\nprint('y', file=sys.stderr)\n",
    "plots": "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\n",
    "own stand-in": "from d2l import torch as d2l\nd2l.set_figsize()\nd2l.plt.plot([1])\ntimer = d2l.Timer()\n",
    "future": "from __future__ import annotations\n",
    "wrong first": "def corr2d(X, K):\n    return None\n",
    "a dataclass": "from dataclasses import dataclass\n@dataclass\nclass Shape:\n    h: int = 1\n    w: int = 2\n",
}
BEHIND = {
    "main guard": "\nif __name__ == '__main__':\n    corr2d = None\n",
    "uses a ready-made one to compare": "\nimport torch.nn.functional as F\nx, k = torch.rand(4, 5), torch.rand(2, 3)\n"
    "assert torch.allclose(corr2d(x, k), F.conv2d(x[None, None], k[None, None])[0, 0], atol=1e-5)\n",
    "asks for input": "\ninput('?')\n",
    "exits": "\nexit()\n",
    "compiles": "\ncorr2d = torch.compile(corr2d)\n",
    "names a ready-made one in a comment": "\n# F.conv2d(X, K) would be the ready-made one\n",
    "starts a thread": "\nimport threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()\n",
    "starts a process": "\nimport os, time\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(600)\n    os._exit(0)\n",
}
NOTEBOOKS = {
    "magics": ["%matplotlib inline\n%load_ext autoreload\n!pip install d2l\nfiles = !ls\n", "%%bash\nrm -rf /\n"],
    "unreadable cell": ["def (:\n", "this is not python\n"],
    "failing cells": ["1 / 0\n", "assert False\n", "raise SystemExit\n"],
    "shell object": ["ip = get_ipython()\nip.run_line_magic('time', '1')\ndisplay(3)\n", "?print\n"],
}


@pytest.fixture(scope="module")
def students(perfect, to_notebook):
    """Return the files of each student, all of them right."""
    source = perfect[A]
    cells = source.split("\n\n\n")
    students = {name: {f"{A}.py": text + source} for name, text in BEFORE.items()}
    students |= {name: {f"{A}.py": source + text} for name, text in BEHIND.items()}
    timed = [f"%%time\n{cell}" if i % 2 else f"\n%%capture out\n{cell}" for i, cell in enumerate(cells)]
    students |= {name: {f"{A}.ipynb": to_notebook([*extra, *cells])} for name, extra in NOTEBOOKS.items()}
    plot = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\n"
    students["plots in the same cell"] = {f"{A}.ipynb": to_notebook([plot + source])}
    own_check = "from check import check, set_language\nset_language('en')\ncheck(print)\n"
    students["checks in the same cell"] = {f"{A}.ipynb": to_notebook([own_check + source])}
    students["timed cells"] = {f"{A}.ipynb": to_notebook(timed)}
    students["helpers"] = {
        f"{A}.py": source + HELPED,
        "helper.py": "def window(X, i, j, shape):\n    return X[i:i + shape[0], j:j + shape[1]]\n",
        "package/inner.py": "VALUE = 1\n",
        "torch.py": "raise RuntimeError('not the real one')\n",
    }
    students["comparison in a function nobody calls"] = {
        f"{A}.py": source + "\ndef look(X, K):\n    return torch.nn.functional.conv2d(X[None, None], K[None, None])\n"
    }
    students["ready-made one after the return"] = {
        f"{A}.py": source + CORR2D + "    return torch.nn.functional.conv2d(X[None, None], K[None, None])\n"
    }
    students["layer with the methods of its own base class"] = {
        f"{A}.py": source.replace("class Conv2D(", "class Base(") + "\n\nclass Conv2D(Base):\n    pass\n"
    }
    return students


@pytest.fixture(scope="module")
def run(grade, make_class, students, tmp_path_factory):
    folder = make_class(tmp_path_factory.mktemp("fair") / "class", students)
    return grade(folder, tmp_path_factory.mktemp("fair_results"))


def test_everyone_keeps_full_marks(run):
    assert run.code == 0, run.stderr
    below = {
        student: [
            (exercise["name"], check["name"], check["message"]["en"])
            for exercise in record["exercises"]
            for check in exercise["checks"]
            if check["status"] != "passed"
        ]
        for (student, _), record in run.records.items()
        if record["score"] != record["max_score"]
    }
    assert below == {}


def test_everyone_was_graded(run, students):
    assert {student for student, _ in run.records} == students.keys()


def test_an_answer_that_makes_torch_import_its_compiler_has_the_time_and_the_folder_for_it(
    grade, make_class, course, tmp_path
):
    source = (course.suites / "right" / "train_layer" / "functional_call.py").read_text(encoding="utf-8")
    run = grade(make_class(tmp_path / "class", {"a": {"practice.py": source}}), tmp_path / "out")
    assert run.exercise("a", "practice", "train_layer")["status"] == "passed"
