"""Comparing the gradients of a function that is linear in each of its inputs with those of the reference."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, Any

from autograder.checks import Draw, Reference, Related, Student, Text, compare
from autograder.checks.helpers.cut_graph import no_gradient
from autograder.checks.helpers.unpack import unpack

if TYPE_CHECKING:
    from torch import Tensor

GRADIENT = Text("{name} 的梯度", "The gradient of {name}")


def compare_gradients(
    student: Student, reference: Reference, draw: Draw, *inputs: Tensor, names: tuple[str, ...]
) -> None:
    """Backpropagate a random upstream gradient through student and reference; compare the outputs, then each gradient.

    All inputs want a gradient, then each of them alone. `names` are the inputs' names for the student. The scale of
    each gradient is the norm of the upstream gradient times the norms of the other inputs.
    """
    upstream = draw.tensor(*reference.call(*inputs).shape)
    norms = [float(tensor.norm()) for tensor in inputs]
    every = range(len(inputs))
    for wanted in (tuple(every), *((index,) for index in every)):
        output, gradients = reference.run(backward, reference.exercise, wanted, upstream, *inputs)
        answer = student.run(backward, student.exercise, wanted, upstream, *inputs)
        got_output, got_gradients = unpack(answer, (output, gradients))
        compare(got_output, output, scale=prod(norms))
        got_gradients = unpack(got_gradients, gradients)
        for index in wanted:
            if got_gradients[index] is None:
                raise Related(no_gradient(student, names[index]))
            scale = float(upstream.norm()) * prod(norms[:index] + norms[index + 1 :])
            compare(got_gradients[index], gradients[index], scale=scale, what=GRADIENT.format(name=names[index]))


def backward(
    module: Any, name: str, wanted: tuple[int, ...], upstream: Tensor, *inputs: Tensor
) -> tuple[Any, tuple[Any, ...]]:
    """Probe: return the output and the gradient of each input that is `wanted`, None where there is none."""
    import torch  # here, for a reference runs the probe as it stands

    leaves = [tensor.clone().requires_grad_(index in wanted) for index, tensor in enumerate(inputs)]
    output = getattr(module, name)(*leaves)
    if not isinstance(output, torch.Tensor) or output.shape != upstream.shape or not output.requires_grad:
        return output, (None,) * len(leaves)
    for leaf in leaves:
        leaf.grad = None  # the student's code may have accumulated a gradient
    torch.autograd.backward((output * upstream).sum())  # given `upstream` itself, torch would first import sympy
    return output, tuple(leaf.grad for leaf in leaves)
