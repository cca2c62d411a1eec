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


def build_two_layers(module: Any, kernel_size: tuple[int, int], x: Tensor) -> tuple[Any, Any, Any, Any]:
    """Probe: return what Conv2D is, a layer's parameters, the weights of two layers after filling each, and an output.

    Parameters that a layer makes only when it is called come after those that it is made with. If the submission's
    `corr2d` fails, which is no fault of the layer, a simple function takes its place.
    """
    from unittest import mock

    try:
        first, second = module.Conv2D(kernel_size), module.Conv2D(kernel_size)
    except AttributeError as error:
        if "before Module.__init__" not in str(error):
            raise
        return "no super", [], (), None
    if not isinstance(first, nn.Module):
        return "no module", [], (), None
    parameters = [(name, torch.zeros(parameter.shape)) for name, parameter in first.named_parameters()]
    filled: tuple[Any, ...] = ()
    weights: list[Any] = [getattr(layer, "weight", None) for layer in (first, second)]
    if all(isinstance(weight, torch.Tensor) for weight in weights):
        filled = tuple(weight.data.fill_(value) for value, weight in enumerate(weights, start=1))
    try:
        output = first(x)
    except Exception:
        output = None
    if output is None:
        with mock.patch.object(module, "corr2d", lambda image, kernel: kernel.sum() * image, create=True):
            output = first(x)
    known = [name for name, _ in parameters]
    parameters += [(name, torch.zeros(late.shape)) for name, late in first.named_parameters() if name not in known]
    return "module", parameters, filled, output


def layer_outputs(module: Any, weight: Tensor, bias: Tensor, images: list[Tensor], update: float = 0.0) -> list[Any]:
    """Probe: return the output for each image of one layer with these parameters.

    `update` is added to both parameters after each output, as a training step would change them; such a layer is in
    evaluation for every second image.
    """
    layer = module.Conv2D(tuple(weight.shape)).to(weight.dtype)
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.fill_(float(bias))
    outputs: list[Any] = []
    for image in images:
        layer.train(not update or len(outputs) % 2 == 0)
        outputs.append(layer(image))
        with torch.no_grad():
            layer.weight.add_(update)
            layer.bias.add_(update)
    return outputs


def layer_gradients(
    module: Any, weight: Tensor, bias: Tensor, x: Tensor, upstream: Tensor, wanted: bool
) -> tuple[Any, Any, Any]:
    """Probe: backpropagate the first values of `upstream`; return the output and the gradients of both parameters.

    `wanted` says whether x wants a gradient too, as the output of another layer does. The upstream gradient is given
    the shape of the layer's output, even if that shape is wrong.
    """
    layer = module.Conv2D(tuple(weight.shape)).to(weight.dtype)
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.fill_(float(bias))
    output = layer(x.requires_grad_(wanted))
    if isinstance(output, torch.Tensor) and output.requires_grad and output.numel() <= upstream.numel():
        torch.autograd.backward((output * upstream[: output.numel()].reshape(output.shape)).sum())
    return output, layer.weight.grad, layer.bias.grad


def require_layer(student: Student, kernel_size: tuple[int, int], *, public: bool = False) -> tuple[list[Any], Any]:
    """Return the named parameters of a layer and the weights of two layers; raise `Failed` if Conv2D does not work."""
    answer = student.run(build_two_layers, kernel_size, torch.ones(6, 7), public=public)
    kind, parameters, filled, output = unpack(answer, ("", [], (), torch.ones(1)))
    if kind in ("no super", "no module"):
        raise Failed(NO_SUPER if kind == "no super" else NO_MODULE)
    if not isinstance(output, Tensor):
        compare(output, torch.ones(1), what=OUTPUT)
    return parameters, filled


def require_parameters(parameters: Any) -> dict[str, Any]:
    """Return the two parameters of a layer by name; raise `Failed` unless it has exactly these."""
    compare(type(parameters) is list, True)
    pairs = [unpack(item, ("", None)) for item in parameters]
    named = {name: value for name, value in pairs if isinstance(name, str)}
    for name in ("weight", "bias"):
        if name not in named:
            raise Failed(NO_PARAMETER.format(name=name))
    if len(named) > 2:
        raise Failed(TOO_MANY)
    return named


def compare_forward(
    student: Student,
    reference: Reference,
    weight: Tensor,
    bias: Tensor,
    *images: Tensor,
    update: float = 0.0,
    public: bool = False,
) -> None:
    """Compare the outputs of a layer with these parameters for one image after the other."""
    expected = reference.run(layer_outputs, weight, bias, list(images), update)
    got = student.run(layer_outputs, weight, bias, list(images), update, public=public)
    size = weight.norm() + bias.norm() + 2 * len(images) * abs(update) * weight.numel()
    scale = size * (1 + max(image.norm() for image in images))
    compare(got, expected, scale=scale, public=public, what=OUTPUT)
