"""Submissions that strike out at the grader: each ends by itself, and the class goes on."""

from __future__ import annotations

import pytest

A = "image_convolution"
STRIKES = {
    "kills its parent": "import os\ndef corr2d(X, K):\n    os.kill(os.getppid(), 9)\n    while True:\n        pass\n",
    "closes every descriptor": "import os\ndef corr2d(X, K):\n    os.closerange(3, 300)\n    return X\n",
    "writes to every socket": "import gc, socket\ndef corr2d(X, K):\n    for thing in gc.get_objects():\n        if isinstance(thing, socket.socket):\n            thing.send(bytes(4000))\n    return X\n",
    "drips its reply": "import gc, socket, time\ndef corr2d(X, K):\n    line = next(t for t in gc.get_objects() if isinstance(t, socket.socket))\n    while True:\n        line.send(bytes(1))\n        time.sleep(0.2)\n",
    "leaves daemons": "import os, time\nfor _ in range(3):\n    if os.fork() == 0:\n        os.setsid()\n        while os.fork() == 0 and False:\n            pass\n        time.sleep(4321)\ndef corr2d(X, K):\n    return X\n",
    "floods its output": "def corr2d(X, K):\n    while True:\n        print('x' * 100_000)\n",
    "always equal": "import torch\nclass Equal(torch.Tensor):\n    def __eq__(self, other):\n        return True\n    @classmethod\n    def __torch_function__(cls, *args, **options):\n        return torch.zeros(2, 2)\ndef corr2d(X, K):\n    return torch.zeros(2, 2).as_subclass(Equal)\n",
    "patches everything": "import builtins, torch\ntorch.allclose = torch.equal = lambda *a, **k: True\nbuiltins.isinstance = lambda *a: True\nbuiltins.abs = lambda x: 0\ndef corr2d(X, K):\n    return torch.zeros(2, 2)\n",
    "reads the solution": "def corr2d(X, K):\n    exec(open(ROOT + '/solutions/image_convolution.py').read(), globals())\n    return globals()['corr2d'](X, K)\n",
}


@pytest.fixture(scope="module")
def run(grade, make_class, perfect, course, tmp_path_factory):
    root = f"ROOT = {str(course.root)!r}\n"
    students = {name: {f"{A}.py": root + source} for name, source in STRIKES.items()}
    students["zz honest"] = {f"{A}.py": perfect[A]}
    return grade(make_class(tmp_path_factory.mktemp("strikes") / "class", students), tmp_path_factory.mktemp("struck"))


def test_the_class_goes_on(run):
    assert run.code == 0, run.stderr
    assert run.records["zz honest", A]["score"] == 100.0


@pytest.mark.parametrize("name", STRIKES)
def test_no_strike_gains_a_point(run, name):
    if name == "reads the solution" and run.records[name, A]["isolation"] != "bubblewrap":
        pytest.skip("only the bubblewrap level hides the checkout, as the docs say")
    assert run.records[name, A]["score"] == 0.0
    assert run.exercise(name, A, "corr2d")["status"] == "failed"
