"""`Conv2D`: the layer itself; the `corr2d` it calls is an exercise of its own.

An answer can be wrong along these dimensions: rows and columns of x and of the weight, few and many; even and odd
sizes, square or not; one row, column or element; values of either sign, large, small and zero; later calls, updated
parameters and evaluation; what two layers share; the number, shapes and places of the parameters, early and late; the
gradients when x wants one too, and when it does not.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from autograder.checks import ANY, Draw, Failed, Reference, Related, Student, Text, check, compare
from autograder.checks.compare import EPSILON, TOLERANCE
from autograder.checks.helpers.cut_graph import no_gradient
from autograder.checks.helpers.gradients import GRADIENT
from autograder.suites.image_convolution.evidence import (
    directional_derivative,
    holds_window_sums,
    require_convolution,
)
from autograder.suites.image_convolution.layers import (
    OUTPUT,
    compare_layers,
    compare_while_training,
    layer_outputs,
    require_layer,
    require_parameters,
    run_student_layers,
)
from autograder.suites.own_work import own_work_of_layer

WEIGHT, BIAS = Text("weight", "weight"), Text("bias", "bias")
ZERO = Text("weight 的梯度全为 0。", "The gradient of weight is zero everywhere.")
UPSTREAM_VALUES = 200  # more than the elements of any answer's output
STEP, SLACK = 0.5, 1e-3  # of the difference that tells a gradient; how far the two may be apart


@check(
    points=2, zh="weight 和 bias 是仅有的两个模型参数", en="weight and bias are the only two parameters", public=True
)
def test_parameters(student: Student) -> None:
    """The result of `named_parameters` for a kernel that is not square."""
    named = require_parameters(student, require_layer(student, (2, 3), public=True))
    compare(named["weight"], torch.zeros(2, 3), scale=ANY, public=True, what=WEIGHT)
    compare(named["bias"], torch.zeros(1), scale=ANY, public=True, what=BIAS)


@check(points=1, zh="课文的例子，偏置为 1", en="The lesson's example with a bias of 1", public=True)
def test_lesson_example(student: Student, reference: Reference) -> None:
    """X = 0..8 and K = [[0, 1], [2, 3]]."""
    image, weight = torch.arange(9.0).reshape(3, 3), torch.arange(4.0).reshape(2, 2)
    compare_layers(student, reference, [(weight, torch.ones(1), [image])], public=True)


@check(points=3, zh="各种形状的图像和卷积核", en="Images and kernels of all shapes")
def test_shapes(student: Student, reference: Reference, draw: Draw) -> None:
    """Square and not, 1×1, as large as the image, long and thin; several images for a layer; large and small values."""
    small = ((3, 2), [(5, 8), (4, 3)]), ((1, 1), [(3, 4), (1, 1)]), ((3, 4), [(3, 4)]), ((3, 3), [(4, 4)])
    layers = [
        (draw.tensor(*kernel), draw.tensor(1), [draw.tensor(*shape) for shape in images])
        for kernel, images in (*small, ((17, 1), [(18, 1)]), ((1, 17), [(1, 18)]))
    ]
    weight, bias = draw.tensor(4, 4), draw.tensor(1)
    layers.append((weight, bias, [100 * draw.tensor(20, 4), torch.zeros(4, 5)]))
    layers.append((0.1 * weight, 0 * bias, [1e-4 * draw.tensor(4, 20)]))
    compare_layers(student, reference, layers)


@check(
    points=4,
    zh="训练中：每层只更新自己的两个参数，更新和 eval() 之后输出仍然正确",
    en="In training: each layer updates its own two parameters, and is right after an update and after eval()",
)
def test_updated_parameters(student: Student, reference: Reference, draw: Draw) -> None:
    """Four outputs of one image, by turns with another layer's, with an update of the first layer after each."""
    weights = [draw.tensor(2, 3), draw.tensor(*draw.shape(2, 3))]
    compare_while_training(student, reference, weights, draw.tensor(1), [draw.tensor(4, 5)] * 4, 0.5)
    compare_while_training(student, reference, [draw.tensor(1, 1)] * 2, draw.tensor(1), [draw.tensor(2, 2)] * 2, 1.0)


@check(points=4, zh="梯度传到 weight", en="Gradients reach weight")
def test_gradient_of_weight(student: Student, draw: Draw) -> None:
    """The gradient has to say how the layer's own output changes with the weight; `corr2d` has its own checks."""
    weight, bias, x = draw.tensor(2, 3), draw.tensor(1), draw.tensor(4, 6)
    output, gradient, _, upstream = backpropagate(student, draw, weight, bias, x, wanted=True)
    require_gradient(student, output, gradient, "weight")
    compare(gradient, torch.zeros(2, 3), scale=ANY, what=GRADIENT.format(name="weight"))
    if not gradient.any():
        raise Failed(ZERO)
    require_convolution(student, output, x, weight)
    direction = draw.tensor(2, 3)
    outputs = layer_outputs(student, [weight + step * direction for step in (STEP, -STEP)], bias, x)
    for one in outputs:
        compare(one, output, scale=ANY, what=OUTPUT)
    scale = SLACK / (TOLERANCE * EPSILON) * upstream.norm() * x.norm() * direction.norm()
    told = torch.dot(gradient.double().flatten(), direction.double().flatten())
    compare(told, directional_derivative(outputs, upstream, STEP), scale=scale, what=GRADIENT.format(name="weight"))


@check(points=4, zh="梯度传到 bias", en="Gradients reach bias")
def test_gradient_of_bias(student: Student, draw: Draw) -> None:
    """The gradient of the bias is the sum of the upstream gradient, whatever the shape of the output."""
    weight, bias, x = draw.tensor(2, 3), draw.tensor(1), draw.tensor(4, 6)
    output, _, gradient, upstream = backpropagate(student, draw, weight, bias, x, wanted=False)
    require_gradient(student, output, gradient, "bias")
    used = upstream[: output.numel()].double() if isinstance(output, Tensor) else upstream
    scale = used.norm() * used.numel() ** 0.5
    compare(gradient, used.sum().reshape(1), scale=scale, what=GRADIENT.format(name="bias"))
    require_convolution(student, output, x, weight)


@check(points=2, zh="自己动手：没有调用现成的卷积", en="Own work: no ready-made convolution", needs_setup=True)
def test_own_work(student: Student, draw: Draw) -> None:
    """Only the code of the layer counts; the `corr2d` it calls has its own check."""
    own_work_of_layer(student, draw.tensor(2, 3).abs(), draw.tensor(4, 5), holds_window_sums)


def backpropagate(
    student: Student, draw: Draw, weight: Tensor, bias: Tensor, x: Tensor, *, wanted: bool
) -> tuple[Any, Any, Any, Tensor]:
    """Return a layer's output, the gradients of both parameters, and the values of the upstream gradient."""
    upstream = 1 + draw.tensor(UPSTREAM_VALUES)  # a sum near 0, as without the 1, would hide a gradient that is off
    ((outputs, gradients, _),) = run_student_layers(student, [([weight], bias, [x], 0.0, upstream, wanted)])
    compare(type(outputs) is list and len(outputs) == 1 and type(gradients) is list and len(gradients) == 2, True)
    (output,), (of_weight, of_bias) = outputs, gradients
    return output, of_weight, of_bias, upstream


def require_gradient(student: Student, output: Any, gradient: Any, name: str) -> None:
    """Raise `Failed` where the output is no tensor, or a parameter has no gradient."""
    if not isinstance(output, Tensor):
        compare(output, torch.zeros(1), what=OUTPUT)
    if gradient is None:
        raise Related(no_gradient(student, name, harmless=("nn.Parameter(…)",)))
