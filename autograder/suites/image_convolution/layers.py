"""Comparing what the probes of a student's layer return."""

from __future__ import annotations

import re
from typing import Any

import torch
from torch import Tensor

from autograder.checks import Failed, Reference, Student, Text, compare
from autograder.checks.helpers.unpack import unpack
from autograder.suites.image_convolution.layer_probes import describe_layer, run_layers

NO_MODULE = Text("Conv2D 应当继承 nn.Module。", "Conv2D should be a subclass of nn.Module.")
NO_SUPER = Text(
    "Conv2D 的 __init__ 应当先调用 super().__init__()，再声明参数。",
    "The __init__ of Conv2D should call super().__init__() before it declares parameters.",
)
NO_PARAMETER = Text(
    "{name} 没有声明为模型参数（nn.Parameter）。", "{name} is not declared as a parameter of the model (nn.Parameter)."
)
OTHER_NAME = Text(
    "没有名叫 {name} 的参数；层里的参数叫 {found}。", "There is no parameter named {name}; the layer has {found}."
)
TOO_MANY = Text("除了 weight 和 bias 之外还有别的参数。", "There are other parameters besides weight and bias.")
OUTPUT = Text("forward 的返回值", "What forward returns")
OTHERS = Text(
    "训练时更新的应当正好是 weight（形状为 kernel_size）和 bias（形状为 (1,)）。",
    "Training should update exactly weight (of the shape kernel_size) and bias (of shape (1,)).",
)


def require_layer(student: Student, kernel_size: tuple[int, int], *, public: bool = False) -> list[Any]:
    """Return the named parameters of a layer; raise `Failed` if Conv2D does not work."""
    answer = student.run(describe_layer, kernel_size, torch.ones(6, 7), public=public)
    kind, parameters, output = unpack(answer, ("", [], torch.ones(1)))
    if kind in ("no super", "no module"):
        raise Failed(NO_SUPER if kind == "no super" else NO_MODULE)
    if not isinstance(output, Tensor):
        compare(output, torch.ones(1), what=OUTPUT)
    compare(type(parameters) is list, True)
    return list(parameters)


def require_parameters(student: Student, parameters: list[Any]) -> dict[str, Any]:
    """Return the two parameters of a layer by name; raise `Failed` unless it has exactly these.

    A parameter of another name is named only if the submission's code has that name.
    """
    pairs = [unpack(item, ("", None)) for item in parameters]
    named = {name: value for name, value in pairs if isinstance(name, str)}
    code = "\n".join(student.cells)
    others = [name for name in named if name not in ("weight", "bias")]
    for name in ("weight", "bias"):
        if name not in named and len(others) == 1 and re.search(rf"\b{re.escape(others[0])}\b", code):
            raise Failed(OTHER_NAME.format(name=name, found=others[0]))
        if name not in named:
            raise Failed(NO_PARAMETER.format(name=name))
    if len(named) > 2:
        raise Failed(TOO_MANY)
    return named


def compare_layers(
    student: Student, reference: Reference, layers: list[tuple[Tensor, Tensor, list[Tensor]]], *, public: bool = False
) -> None:
    """Compare the outputs of layers, each with its weight and bias, for one image after the other."""
    runs = [([weight], bias, images) for weight, bias, images in layers]
    expected = [output for output, _, _ in reference.run(run_layers, runs)]
    answers = run_student_layers(student, runs, public=public)
    for (got, _, _), wanted, (weight, bias, images) in zip(answers, expected, layers, strict=True):
        compare(type(got) is list and len(got) == len(images), True)
        scale = (weight.norm() + bias.norm()) * (1 + max(image.norm() for image in images))
        for one, output in zip(got, wanted, strict=True):
            compare(one, output, scale=scale, public=public, what=OUTPUT)


def layer_outputs(student: Student, weights: list[Tensor], bias: Tensor, image: Tensor) -> list[Any]:
    """Return the outputs of layers with these weights and this bias for an image."""
    answers = run_student_layers(student, [([weight], bias, [image]) for weight in weights])
    for outputs, _, _ in answers:
        compare(type(outputs) is list and len(outputs) == 1, True)
    return [outputs[0] for outputs, _, _ in answers]


def run_student_layers(
    student: Student, runs: list[tuple[Any, ...]], *, public: bool = False
) -> list[tuple[Any, Any, Any]]:
    """Return the outputs, gradients and parameters of each run of `run_layers`; raise `Failed` for no module."""
    answers = unpack(student.run(run_layers, runs, public=public), ((),) * len(runs))
    found = []
    for answer in answers:
        if isinstance(answer, str) and answer == "no module":
            raise Failed(NO_MODULE)
        outputs, gradients, parameters = unpack(answer, ([], [], []))
        found.append((outputs, gradients, parameters))
    return found


def compare_while_training(
    student: Student, reference: Reference, weights: list[Tensor], bias: Tensor, images: list[Tensor], update: float
) -> None:
    """Compare the outputs of two layers, one of which is updated, and the parameters that are updated in it."""
    runs = [(weights, bias, images, update)]
    ((expected, _, parameters),) = reference.run(run_layers, runs)
    ((got, _, got_parameters),) = run_student_layers(student, runs)
    size = max(weight.norm() for weight in weights) + bias.norm() + 2 * len(images) * abs(update) * weights[0].numel()
    compare(type(got) is list and len(got) == len(expected), True)
    for one, wanted in zip(got, expected, strict=True):
        compare(one, wanted, scale=size * (1 + max(image.norm() for image in images)), what=OUTPUT)
    try:
        compare(got_parameters, parameters)
    except Failed:
        raise Failed(OTHERS) from None
