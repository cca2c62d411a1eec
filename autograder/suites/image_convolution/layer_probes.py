"""Probes that build a student's layer in the worker, use it, and say what it has."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn


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


def run_layers(module: Any, runs: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    """Probe: return for each run the outputs of a layer for each weight, by turns for each image, and what it has then.

    A run is the weights, the bias and the images, and maybe `update`, `upstream` and `wanted`. What the first layer has
    at the end are the gradients of its weight and bias, and its parameters as pairs of name and shape. `update` is
    added to every parameter of the first layer after each image, as an optimizer would change them; such a layer is in
    evaluation for every second image. `upstream` is backpropagated through the last output, whose shape it is given;
    `wanted` says whether the image wants a gradient too, as the output of another layer does. A parameter of another
    name or shape is filled as well if there is only one that can be meant.
    """
    other = {"weight": "bias", "bias": "weight"}

    def parameter_of(layer: Any, name: str, values: Tensor) -> Any:
        others = [one for key, one in layer.named_parameters() if one.numel() == values.numel() and key != other[name]]
        return getattr(layer, name, others[0] if len(others) == 1 else None)

    def filled(layer: Any, weight: Tensor, bias: Tensor) -> list[Any]:
        found = [parameter_of(layer, name, values) for name, values in (("weight", weight), ("bias", bias))]
        for parameter, values in zip(found, (weight, bias), strict=True):
            with torch.no_grad():
                if parameter is not None:
                    fits = parameter.numel() == values.numel()
                    parameter.copy_(values.reshape(parameter.shape) if fits else values)
        return found

    def run(
        weights: list[Tensor],
        bias: Tensor,
        images: list[Tensor],
        update: float = 0.0,
        upstream: Tensor | None = None,
        wanted: bool = False,
    ) -> Any:
        layers = [module.Conv2D(tuple(weight.shape)) for weight in weights]
        if not all(isinstance(layer, nn.Module) for layer in layers):
            return "no module"
        layers = [layer.to(weight.dtype) for layer, weight in zip(layers, weights, strict=True)]
        found = [filled(layer, weight, bias) for layer, weight in zip(layers, weights, strict=True)]
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

    return tuple(run(*each) for each in runs)
