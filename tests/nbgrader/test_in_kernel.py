"""In a kernel, suites and a student's code share a process; the settings of one are not those of the other."""

from __future__ import annotations

import json
import subprocess
import sys

NOTEBOOK = """
import torch
from torch import nn

torch.set_default_dtype(torch.float64)
torch.set_grad_enabled(False)

def what_holds(X):
    return str(torch.zeros(1).dtype), str(X.dtype), torch.is_grad_enabled()

class Empty(nn.Module):
    def forward(self, x):
        pass

class Filled(nn.Module):
    def forward(self, x):
        pass

def forward(self, x):
    return x

Filled.forward = forward

class Base(nn.Module):
    def forward(self, x):
        return x

class Derived(Base):
    pass
"""
ASKED = """
import json
from pathlib import Path
from autograder.nbgrader.in_kernel import InKernel

notebook = InKernel((Path(__file__).read_text(),), {}, 1 << 20)
with notebook.settings_of_suites():
    ones = torch.ones(1)
    holds = notebook.ask_call("what_holds", (ones,), {}), str(ones.dtype), str(torch.ones(1).dtype)
print(json.dumps([holds, str(torch.ones(1).dtype), notebook.names]))
"""


def told(tmp_path):
    path = tmp_path / "notebook.py"
    path.write_text(NOTEBOOK + ASKED, encoding="utf-8")
    done = subprocess.run([sys.executable, path], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_suites_keep_their_default_dtype_and_the_notebook_its_own(tmp_path):
    (in_a_call, of_an_input, of_the_suites), afterwards, _ = told(tmp_path)
    assert in_a_call == ["torch.float64", "torch.float64", True]
    assert (of_an_input, of_the_suites) == ("torch.float32", "torch.float32")
    assert afterwards == "torch.float64"


def test_a_class_is_a_stub_only_if_nothing_gives_it_a_method_with_code(tmp_path):
    *_, names = told(tmp_path)
    assert {name: names[name] for name in ("Empty", "Filled", "Derived")} == {
        "Empty": "stub",
        "Filled": "callable",
        "Derived": "callable",
    }
