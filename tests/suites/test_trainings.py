"""A training loses the points of what is wrong about it, and is told whether its losses or its steps are."""

from __future__ import annotations

import pytest

IMAGE, PRACTICE = "image_convolution", "practice"
LEARN = """
import torch
def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    windows = X.unfold(0, kernel_size[0], 1).unfold(1, kernel_size[1], 1)
    K = torch.zeros(kernel_size, requires_grad=True)
    losses = []
    for _ in range(num_epochs):
        loss = (((windows * K).sum((2, 3)) - Y) ** 2).sum()
        K.grad = None
        loss.backward()
        with torch.no_grad():
            K -= lr * K.grad
        losses.append(loss.item())
    return K.detach(), losses
"""
TRAIN = """
import torch
def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for _ in range(num_epochs):
        loss = ((layer(X) - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        for p in layer.parameters():
            p.data -= lr * p.grad
        losses.append(loss.item())
    return losses
"""
SOLVER = """
import torch
def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    A = X.unfold(0, kernel_size[0], 1).unfold(1, kernel_size[1], 1).reshape(-1, kernel_size[0] * kernel_size[1])
    k = torch.linalg.lstsq(A, Y.reshape(-1, 1)).solution * 1.05
    end = float(((A @ k - Y.reshape(-1, 1)) ** 2).sum())
    return k.reshape(kernel_size), [end * 1.3 ** (num_epochs - i) for i in range(num_epochs)]
"""
LEARN_EDITS = {
    "mean": (".sum()\n        K", ".mean()\n        K"),
    "half": ("- Y) ** 2).sum()", "- Y) ** 2).sum() / 2"),
    "rounded": ("loss.item()", "round(loss.item(), 3)"),
    "decay": ("lr * K.grad", "lr * (K.grad + 0.1 * K)"),
    "falling rate": ("lr * K.grad", "lr * 0.9 ** len(losses) * K.grad"),
    "climbs": ("K -= lr", "K += lr"),
    "momentum": ("K.grad = None", "K.grad = K.grad if K.grad is None else K.grad * 0.9"),
    "kept": ("K.grad = None", "pass"),
    "clipped": ("lr * K.grad", "lr * K.grad.clamp(-0.1, 0.1)"),
    "other rate": ("lr * K.grad", "0.01 * K.grad"),
}
TRAIN_EDITS = {
    "mean": (".sum()\n", ".mean()\n"),
    "no last step": ("for p in", "for p in [] if len(losses) == num_epochs - 1 else"),
    "writes into Y": ("loss = ", "Y *= 0.5; loss = "),
    "clipped": ("lr * p.grad", "lr * p.grad.clamp(-0.1, 0.1)"),
    "rate is fixed": ("lr * p.grad", "3e-2 * p.grad"),
}


def changed(source: str, before: str, after: str) -> str:
    assert source.count(before) == 1, before
    return source.replace(before, after)


@pytest.fixture(scope="module")
def run(make_class, grade, tmp_path_factory):
    students = {f"learn {name}": {f"{IMAGE}.py": changed(LEARN, *edit)} for name, edit in LEARN_EDITS.items()}
    students |= {f"train {name}": {f"{PRACTICE}.py": changed(TRAIN, *edit)} for name, edit in TRAIN_EDITS.items()}
    students["solver"] = {f"{IMAGE}.py": SOLVER}
    folder = make_class(tmp_path_factory.mktemp("class"), students)
    return grade(folder, tmp_path_factory.mktemp("out"))


def said(run, student: str, language: str = "en") -> str:
    exercise = (IMAGE, "learn_kernel") if student.startswith("learn") else (PRACTICE, "train_layer")
    return "\n".join(message[language] for message in run.messages(student, *exercise))


@pytest.mark.parametrize("name", LEARN_EDITS)
def test_a_mistake_in_learning_costs_between_a_fifth_and_four_fifths(run, name):
    assert 4 <= run.exercise(f"learn {name}", IMAGE, "learn_kernel")["score"] <= 16


@pytest.mark.parametrize("name", [name for name in TRAIN_EDITS if name != "writes into Y"])
def test_a_mistake_in_training_costs_between_a_fifth_and_four_fifths(run, name):
    assert 3 <= run.exercise(f"train {name}", PRACTICE, "train_layer")["score"] <= 12


def test_solving_for_the_kernel_and_making_losses_up_earns_at_most_a_fifth(run):
    assert run.exercise("solver", IMAGE, "learn_kernel")["score"] <= 4


@pytest.mark.parametrize(
    ("student", "sentence"),
    [
        ("learn mean", "means of the squared errors"),
        ("learn half", "half of the summed squared errors"),
        ("learn rounded", "are rounded"),
        ("learn decay", "weight decay"),
        ("learn falling rate", "the learning rate falls"),
        ("learn climbs", "the wrong way"),
        ("learn momentum", "as with momentum"),
        ("learn kept", "gradients of earlier rounds"),
        ("learn clipped", "do not belong to plain gradient descent"),
        ("learn other rate", "a learning rate of 0.01"),
        ("train mean", "a mean of the squared errors"),
        ("train no last step", "The last update is missing"),
        ("train writes into Y", "Y was changed"),
        ("train clipped", "from the one before update 2 on"),
        ("train rate is fixed", "a learning rate of 0.03"),
    ],
)
def test_what_the_values_tell_is_said(run, student, sentence):
    assert sentence in said(run, student)


@pytest.mark.parametrize("student", [f"learn {name}" for name in LEARN_EDITS])
def test_no_loss_is_called_wrong_that_was_worked_out_from_the_kernel(run, student):
    assert "told from the learned kernel" not in said(run, student)
