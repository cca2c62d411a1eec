"""The own-work rule: a ready-made convolution costs the points of one check, whatever it is disguised as."""

from __future__ import annotations

import pytest

A = "image_convolution"
HEAD = "import torch\nimport torch.nn.functional as F\nfrom torch import nn\n"
CALL = "X[None, None], K[None, None])[0, 0]\n"
DISGUISES = {
    "plain": f"def corr2d(X, K):\n    return F.conv2d({CALL}",
    "getattr": f"def corr2d(X, K):\n    return getattr(F, 'con' + 'v2d')({CALL}",
    "kept at import": f"table = {{'f': vars(F)['conv' + '2d']}}\ndef corr2d(X, K):\n    return table['f']({CALL}",
    "operator": f"def corr2d(X, K):\n    return getattr(torch.ops.aten, 'conv' + '2d')({CALL}",
    "module": "def corr2d(X, K):\n    layer = vars(nn)['Conv' + '2d'](1, 1, K.shape, bias=False)\n    layer.weight = nn.Parameter(K[None, None])\n    return layer(X[None, None])[0, 0]\n",
    "default argument": f"def corr2d(X, K, f=vars(F)['conv' + '2d']):\n    return f({CALL}",
    "falls back to loops": f"def corr2d(X, K):\n    try:\n        return vars(F)['conv' + '2d']({CALL}    except Exception:\n        return own(X, K)\n",
    "transposed": "def corr2d(X, K):\n    g = vars(F)['conv' + '_transpose2d'](X[None, None], K.flip(0, 1)[None, None])[0, 0]\n    h, w = K.shape\n    return g[h - 1:X.shape[0], w - 1:X.shape[1]]\n",
    "numpy by rows": "import numpy\ndef corr2d(X, K):\n    f = vars(numpy)['conv' + 'olve']\n    rows = [sum(torch.from_numpy(f(X[i + a].numpy(), K[a].flip(0).numpy(), 'valid')) for a in range(K.shape[0])) for i in range(X.shape[0] - K.shape[0] + 1)]\n    return torch.stack(rows)\n",
}
CUTTING = ("module", "numpy by rows")
OWN = "def own(X, K):\n    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))\n"
LAYER = """
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))
    def forward(self, x):
        return {} + self.bias
"""


KEEPS_THE_GIVEN_ONE = """
def corr2d(X, K):
    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))

kept = [corr2d]

def corr2d_matmul(X, K):
    return kept[0](X, K)
"""


@pytest.fixture(scope="module")
def run(grade, make_class, tmp_path_factory):
    students = {name: {f"{A}.py": HEAD + OWN + source} for name, source in DISGUISES.items()}
    calls = LAYER.format("corr2d(x, self.weight)")
    ready_made = LAYER.format("F.conv2d(x[None, None], self.weight[None, None])[0, 0]")
    wrong = "def corr2d(X, K):\n    return own(X, K.flip(0, 1))\n"
    cut = "def corr2d(X, K):\n    return own(X, K).detach()\n"
    students["layer of a ready-made one"] = {f"{A}.py": HEAD + OWN + ready_made}
    students["layer over a ready-made one"] = {f"{A}.py": HEAD + DISGUISES["plain"] + calls}
    students["layer over a wrong one"] = {f"{A}.py": HEAD + OWN + wrong + calls}
    students["layer over one that cuts the graph"] = {f"{A}.py": HEAD + OWN + cut + calls}
    students["layer of zeros"] = {f"{A}.py": HEAD + LAYER.format("x[:-1, :-2] * 0").replace("rand", "zeros")}
    students["keeps the given one"] = {"practice.py": HEAD + KEEPS_THE_GIVEN_ONE}
    students["layer over a stub"] = {f"{A}.py": f"{HEAD}def corr2d(X, K):\n    pass\n{calls}"}
    return grade(make_class(tmp_path_factory.mktemp("own") / "class", students), tmp_path_factory.mktemp("own_results"))


def lost(run, student: str, exercise: str, assignment: str = A) -> list[str]:
    checks = run.exercise(student, assignment, exercise)["checks"]
    return [check["name"] for check in checks if check["status"] != "passed"]


def status(run, student: str, exercise: str) -> str:
    checks = {check["name"]: check for check in run.exercise(student, A, exercise)["checks"]}
    return checks["own_work"]["status"]


@pytest.mark.parametrize("name", [name for name in DISGUISES if name not in CUTTING])
def test_a_disguise_costs_the_own_work_check_and_nothing_else(run, name):
    assert lost(run, name, "corr2d") == ["own_work"]
    assert "自己写" in run.messages(name, A, "corr2d")[-1]["zh"]


@pytest.mark.parametrize("name", CUTTING)
def test_a_disguise_that_cuts_the_graph_costs_the_gradients_as_well(run, name):
    assert lost(run, name, "corr2d") == ["gradients", "own_work"]


def test_a_layer_loses_points_for_its_own_mistakes_only(run):
    values = ["lesson_example", "shapes", "updated_parameters"]
    assert lost(run, "layer over a ready-made one", "Conv2D") == []
    assert lost(run, "layer of a ready-made one", "Conv2D") == ["own_work"]
    assert lost(run, "layer over a wrong one", "Conv2D") == values
    assert lost(run, "layer over one that cuts the graph", "Conv2D") == ["gradient_of_weight"]
    assert lost(run, "layer over a stub", "Conv2D") == [*values, "gradient_of_weight", "gradient_of_bias", "own_work"]
    assert status(run, "layer over a stub", "Conv2D") == "not_run"


def test_a_layer_of_zeros_has_no_points_for_its_own_work(run):
    assert status(run, "layer of zeros", "Conv2D") == "not_run"


def test_own_work_waits_where_the_values_are_wrong(run):
    assert status(run, "layer over a wrong one", "corr2d") == "not_run"


def test_a_given_function_that_was_kept_while_loading_is_found_out(run):
    assert "own_work" in lost(run, "keeps the given one", "corr2d_matmul", "practice")
