"""Answers that use the book's package `d2l` keep their points, and none is to be had from it."""

from __future__ import annotations

import pytest

IMPORT = "from d2l import torch as d2l\n"
CORR2D = """
def corr2d(X, K):  #@save
    h, w = K.shape
    Y = d2l.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = d2l.reduce_sum((X[i: i + h, j: j + w] * K))
    return Y
"""
FORWARD = "return d2l.corr2d(x, self.weight) + self.bias"
LAYER = f"""{IMPORT}from torch import nn
import torch
{CORR2D}
class Conv2D(d2l.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.save_hyperparameters()
        self.weight = nn.Parameter(d2l.rand(kernel_size))
        self.bias = nn.Parameter(d2l.zeros(1))

    def forward(self, x):
        {FORWARD}
"""
LATER = f"""{IMPORT}from torch import nn
{CORR2D}
class Conv2D(nn.Module):
    pass

@d2l.add_to_class(Conv2D)
def __init__(self, kernel_size):
    super(Conv2D, self).__init__()
    self.weight = nn.Parameter(d2l.rand(kernel_size))
    self.bias = nn.Parameter(d2l.zeros(1))

@d2l.add_to_class(Conv2D)
def forward(self, x):
    {FORWARD}
"""
PICTURES = f"""{IMPORT}
d2l.use_svg_display()
d2l.set_figsize((3.5, 2.5))
d2l.show_images([d2l.ones(2, 2)], 1, 1)
d2l.plot([1, 2], [[1, 2]], 'x', 'f(x)', legend=['f'])
board, timer, device = d2l.ProgressBoard('x'), d2l.Timer(), d2l.try_gpu()
board.draw(1, 2, 'loss', every_n=10)
with d2l.Benchmark('nothing'):
    timer.stop()

@d2l.name_that_nobody_knows
def edge_image():
    X = d2l.ones((6, 8), device=device)
    X[:, 2:6] = 0
    return X

def edge_kernel():
    return d2l.reshape(d2l.concat((d2l.tensor([1.0]), d2l.tensor([-1.0]))), (1, 2))
"""
LEARNED = f"""{IMPORT}from torch import nn

class Learner(d2l.Module):
    def __init__(self, kernel_size, lr):
        super().__init__()
        self.save_hyperparameters()
        self.losses = []
        self.net = nn.Conv2d(1, 1, kernel_size, bias=False)

    def loss(self, y_hat, y):
        loss = d2l.reduce_sum((y_hat - y) ** 2)
        self.losses.append(loss.item())
        return loss

class Data(d2l.DataModule):
    def __init__(self, X, Y):
        super().__init__()
        self.X, self.Y, self.batch_size = X[None, None], Y[None, None], 1

    def get_dataloader(self, train):
        return self.get_tensorloader((self.X, self.Y), train) if train else None

def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    model = Learner(kernel_size, lr)
    trainer = d2l.Trainer(max_epochs=num_epochs)
    trainer.fit(model, Data(X, Y))
    return d2l.reshape(model.net.weight.data, kernel_size), model.losses
"""
EDGES = """
def diagonal_image(n):
    return d2l.astype(d2l.ones(n, n).triu(), d2l.float32)

def diagonal_edges(n):
    X, K = diagonal_image(n), d2l.tensor([[1.0, -1.0]])
    return {0}(X, K), {0}(d2l.transpose(X), K), {0}(X, d2l.transpose(K))
"""
RIGHT = {  # the assignment, the exercises that are right, the source
    "layer": ("image_convolution", ["corr2d", "Conv2D"], LAYER),
    "methods added later": ("image_convolution", ["corr2d", "Conv2D"], LATER),
    "pictures": ("image_convolution", ["edge_image", "edge_kernel"], PICTURES),
    "trainer": ("image_convolution", ["learn_kernel"], LEARNED),
    "given": ("practice", ["diagonal_image", "diagonal_edges"], IMPORT + EDGES.format("d2l.corr2d")),
    "given, by name": (
        "practice",
        ["diagonal_edges"],
        f"{IMPORT}from d2l.torch import corr2d\n{EDGES.format('corr2d')}",
    ),
    "given, kept": ("practice", ["diagonal_edges"], f"{IMPORT}corr2d = d2l.corr2d\n{EDGES.format('corr2d')}"),
}
TAKEN = {
    "taken": f"{IMPORT}corr2d = d2l.corr2d\n",
    "called": f"{IMPORT}def corr2d(X, K):\n    return d2l.corr2d(X, K)\n",
    "by name": "from d2l.torch import corr2d\n",
    "everything": "from d2l.torch import *\nfrom d2l import torch as d2l\ndef corr2d(X, K):\n    return d2l.nn.functional.conv2d(X[None, None], K[None, None])[0, 0]\n",
}


@pytest.fixture(scope="module")
def run(grade, make_class, tmp_path_factory):
    students = {name: {f"{assignment}.py": source} for name, (assignment, _, source) in RIGHT.items()}
    students |= {name: {"image_convolution.py": source} for name, source in TAKEN.items()}
    students["product"] = {
        "practice.py": f"{IMPORT}def corr2d_matmul(X, K):\n    return d2l.corr2d(X, K) + 0 * (X @ X.T).sum()\n"
    }
    run = grade(make_class(tmp_path_factory.mktemp("d2l") / "class", students), tmp_path_factory.mktemp("d2l_results"))
    assert run.code == 0, run.stderr
    return run


@pytest.mark.parametrize("student", RIGHT)
def test_a_right_answer_with_names_of_the_book_keeps_full_marks(run, student):
    assignment, exercises, _ = RIGHT[student]
    for name in exercises:
        exercise = run.exercise(student, assignment, name)
        failed = {check["name"]: check["message"]["en"] for check in exercise["checks"] if check["message"]["en"]}
        assert (exercise["score"], failed) == (exercise["max_score"], {}), name


@pytest.mark.parametrize("student", ["taken", "called", "by name"])
def test_no_convolution_is_to_be_had_from_it_where_one_is_to_be_written(run, student):
    assert run.exercise(student, "image_convolution", "corr2d")["score"] == 0


def test_a_library_convolution_that_is_reached_through_it_is_no_own_work(run):
    exercise = run.exercise("everything", "image_convolution", "corr2d")
    assert [check["name"] for check in exercise["checks"] if check["status"] != "passed"] == ["own_work"]


def test_the_given_function_that_is_reached_through_it_is_no_own_work(run):
    checks = {check["name"]: check for check in run.exercise("product", "practice", "corr2d_matmul")["checks"]}
    assert checks["own_work"]["status"] != "passed"
    assert "corr2d" in checks["own_work"]["message"]["en"]
