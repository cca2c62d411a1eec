"""The search of a submission's text finds ready-made convolutions, and nothing in a student's own code."""

from __future__ import annotations

import pytest

from autograder.checks.helpers.forbidden_names import find_forbidden_name
from autograder.suites.convolution_names import forbidden_here

USES = {
    "functional": "import torch.nn.functional as F\ndef f(X, K):\n    return F.conv2d(X, K)\n",
    "from import": "from torch.nn.functional import conv2d as c\ndef f(X, K):\n    return c(X, K)\n",
    "module": "import torch\ndef f(X, K):\n    return torch.nn.Conv2d(1, 1, 2)(X)\n",
    "alias of a module": "import torch\nnn = torch.nn\ndef f(X, K):\n    return nn.Conv2d(1, 1, 2)(X)\n",
    "alias of a function": "import torch\nready = torch.conv2d\ndef f(X, K):\n    return ready(X, K)\n",
    "inside": "def f(X, K):\n    from torch.nn import functional as G\n    return G.conv_transpose2d(X, K)\n",
    "helper": "import torch\ndef g(X, K):\n    return torch.convolution(X, K)\ndef f(X, K):\n    return g(X, K)\n",
    "class": "from torch import nn\nclass f(nn.Conv2d):\n    pass\n",
    "fallback": "import torch.nn.functional as F\ndef f(X, K):\n    try:\n        return F.conv2d(X, K)\n    except Exception:\n        return X\n",
    "numpy": "import numpy as np\ndef f(X, K):\n    return np.convolve(X, K)\n",
    "scipy": "from scipy.signal import correlate2d\ndef f(X, K):\n    return correlate2d(X, K)\n",
    "operators": "import torch\ndef f(X, K):\n    return torch.ops.aten.convolution.default(X, K)\n",
    "long sum": f"import torch\ndef f(X, K):\n    return torch.conv2d(X, K) + {' + '.join(['X'] * 1500)}\n",
    "gradient": "import torch\ndef f(X, K):\n    return torch.nn.grad.conv2d_input(X, K)\n",
}  # fmt: skip
FINE = {
    "another function": "import torch.nn.functional as F\ndef f(X, K):\n    return X\ndef g(X, K):\n    return F.conv2d(X, K)\n",
    "after a return": "import torch.nn.functional as F\ndef f(X, K):\n    return X\n    return F.conv2d(X, K)\n",
    "under if False": "import torch.nn.functional as F\ndef f(X, K):\n    if False:\n        return F.conv2d(X, K)\n    return X\n",
    "own names": "def conv2d(X, K):\n    return X\ndef f(X, K):\n    return conv2d(X, K)\n",
    "local of the same name": "import torch.nn.functional as F\nY = F.conv2d\ndef f(X, K):\n    Y = X + 1\n    return Y\n",
    "text": 'def f(X, K):\n    """Not F.conv2d."""\n    return X  # F.conv2d(X, K)\n',
    "convert": "import torch\ndef f(X, K):\n    return torch.nn.utils.convert_parameters\n",
    "windows": "import torch\ndef f(X, K):\n    return X.unfold(0, 2, 1), torch.as_strided, torch.nn.functional.unfold\n",
    "unparsable": "def f(:\n",
    "recursion": "def f(X, K):\n    return f(X, K)\n",
}


@pytest.mark.parametrize("name", USES)
def test_a_ready_made_convolution_is_found(name):
    assert find_forbidden_name([USES[name]], "f", forbidden_here(False, ())) is not None


@pytest.mark.parametrize("name", FINE)
def test_nothing_is_found_in_own_code(name):
    assert find_forbidden_name([FINE[name]], "f", forbidden_here(False, ())) is None


def test_unfold_and_given_functions_count_only_where_they_are_forbidden():
    assert find_forbidden_name([FINE["windows"]], "f", forbidden_here(True, ())) == "torch.nn.functional.unfold"
    calls = "def f(X, K):\n    return corr2d(X, K)\n"
    assert find_forbidden_name([calls], "f", forbidden_here(False, ("corr2d",))) == "corr2d"
    assert find_forbidden_name([calls], "f", forbidden_here(False, ())) is None
