"""Probes that examine a student's layer in the worker, and the comparison of what they return."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from autograder.checks import Failed, Reference, Student, Text, compare
from autograder.suites.unpack import unpack

NO_MODULE = Text("Conv2D 应当继承 nn.Module。", "Conv2D should be a subclass of nn.Module.")
NO_SUPER = Text(
    "Conv2D 的 __init__ 应当先调用 super().__init__()，再声明参数。",
    "The __init__ of Conv2D should call super().__init__() before it declares parameters.",
)
NO_PARAMETER = Text(
    "{name} 没有声明为模型参数（nn.Parameter）。", "{name} is not declared as a parameter of the model (nn.Parameter)."
)
TOO_MANY = Text("除了 weight 和 bias 之外还有别的参数。", "There are other parameters besides weight and bias.")
OUTPUT = Text("forward 的返回值", "What forward returns")
OTHERS = Text(
    "训练时更新的应当正好是 weight（形状为 kernel_size）和 bias（形状为 (1,)）。",
    "Training should update exactly weight (of the shape kernel_size) and bias (of shape (1,)).",
)


def describe_layer(module: Any, kernel_size: tuple[int, int], x: Tensor) -> tuple[str, list[Any], Any]:
    """Probe: return what Conv2D is, the parameters of a layer (their names, and zeros of their shapes), and an output.

    Parameters that a layer makes only when it is called come after those that it is made with. If the submission's
    `corr2d` fails, which is no fault of the layer, a simple function takes its place.
    """
    from unittest import mock

    try:
        layer = module.Conv2D(kernel_size)
    except AttributeError as error:
        if "before Module.__init__" not in str(error):
            raise
        return "no super", [], None
    if not isinstance(layer, nn.Module):
        return "no module", [], None
    parameters = [(name, torch.zeros(parameter.shape)) for name, parameter in layer.named_parameters()]
    try:
        output = layer(x)
    except Exception:
        output = None
    if output is None:
        with mock.patch.object(module, "corr2d", lambda image, kernel: kernel.sum() * image, create=True):
            output = layer(x)
    known = [name for name, _ in parameters]
    parameters += [(name, torch.zeros(late.shape)) for name, late in layer.named_parameters() if name not in known]
    return "module", parameters, output


def run_layers(
    module: Any,
    weights: list[Tensor],
    bias: Tensor,
    images: list[Tensor],
    update: float = 0.0,
    upstream: Tensor | None = None,
    wanted: bool = False,
) -> tuple[list[Any], list[Any], list[Any]]:
    """Probe: return the outputs of one layer for each weight, by turns for each image, and what the first one has then.

    That is the gradients of its weight and bias, and its parameters as pairs of name and shape. `update` is added to
    every parameter of the first layer after each image, as an optimizer would change them; such a layer is in
    evaluation for every second image. `upstream` is backpropagated through the last output, whose shape it is given;
    `wanted` says whether the image wants a gradient too, as the output of another layer does. A parameter of another
    name or shape is filled as well if there is only one that can be meant.
    """

    def parameter_of(layer: Any, name: str, values: Tensor) -> Any:
        others = [one for key, one in layer.named_parameters() if one.numel() == values.numel() and key != other[name]]
        return getattr(layer, name, others[0] if len(others) == 1 else None)

    other = {"weight": "bias", "bias": "weight"}
    layers, found = [module.Conv2D(tuple(weight.shape)).to(weight.dtype) for weight in weights], []
    for layer, weight in zip(layers, weights, strict=True):
        found.append([parameter_of(layer, name, values) for name, values in (("weight", weight), ("bias", bias))])
        for parameter, values in zip(found[-1], (weight, bias), strict=True):
            with torch.no_grad():
                if parameter is not None:
                    fits = parameter.numel() == values.numel()
                    parameter.copy_(values.reshape(parameter.shape) if fits else values)
    outputs: list[Any] = []
    for number, image in enumerate(images):
        layers[0].train(not update or number % 2 == 0)
        outputs += [layer(image.requires_grad_(wanted)) for layer in layers]
        with torch.no_grad():
            for parameter in [*layers[0].parameters()] if update else []:
                parameter.add_(update)
    last = outputs[-1]
    if upstream is not None and isinstance(last, torch.Tensor) and last.requires_grad:
        torch.autograd.backward((last * upstream[: last.numel()].reshape(last.shape)).sum())
    gradients = [getattr(parameter, "grad", None) for parameter in found[0]]
    return outputs, gradients, [(name, tuple(one.shape)) for name, one in sorted(layers[0].named_parameters())]


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


def require_parameters(parameters: list[Any]) -> dict[str, Any]:
    """Return the two parameters of a layer by name; raise `Failed` unless it has exactly these."""
    pairs = [unpack(item, ("", None)) for item in parameters]
    named = {name: value for name, value in pairs if isinstance(name, str)}
    for name in ("weight", "bias"):
        if name not in named:
            raise Failed(NO_PARAMETER.format(name=name))
    if len(named) > 2:
        raise Failed(TOO_MANY)
    return named


def compare_forward(
    student: Student, reference: Reference, weight: Tensor, bias: Tensor, *images: Tensor, public: bool = False
) -> None:
    """Compare the outputs of a layer with these parameters for one image after the other."""
    expected, _, _ = reference.run(run_layers, [weight], bias, list(images))
    got = layer_outputs(student, weight, bias, *images, public=public)
    scale = (weight.norm() + bias.norm()) * (1 + max(image.norm() for image in images))
    for one, wanted in zip(got, expected, strict=True):
        compare(one, wanted, scale=scale, public=public, what=OUTPUT)


def layer_outputs(student: Student, weight: Tensor, bias: Tensor, *images: Tensor, public: bool = False) -> list[Any]:
    """Return the output of a layer with these parameters for each image."""
    answer = student.run(run_layers, [weight], bias, list(images), public=public)
    outputs, _, _ = unpack(answer, ([0.0] * len(images), [], []))
    compare(type(outputs) is list and len(outputs) == len(images), True)
    return list(outputs)


def compare_while_training(
    student: Student, reference: Reference, weights: list[Tensor], bias: Tensor, images: list[Tensor], update: float
) -> None:
    """Compare the outputs of two layers, one of which is updated, and the parameters that are updated in it."""
    expected, _, parameters = reference.run(run_layers, weights, bias, images, update)
    answer = student.run(run_layers, weights, bias, images, update)
    got, _, got_parameters = unpack(answer, (expected, [], parameters))
    size = max(weight.norm() for weight in weights) + bias.norm() + 2 * len(images) * abs(update) * weights[0].numel()
    compare(type(got) is list and len(got) == len(expected), True)
    for one, wanted in zip(got, expected, strict=True):
        compare(one, wanted, scale=size * (1 + max(image.norm() for image in images)), what=OUTPUT)
    if got_parameters != parameters:
        raise Failed(OTHERS)
