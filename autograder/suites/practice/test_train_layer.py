"""`train_layer`: plain gradient descent, in place, on every parameter.

The losses, the steps, the defaults, other layers and a second call are checked apart: an answer that trains in a
mistaken way loses the points of what is mistaken, and keeps the others where it trains in the same way.

An answer can be wrong for some shapes of X and Y (long, square, even, odd, one row, one column, one element), for some
values (large, small, zero), for some numbers of epochs (one, many, when the loss hardly falls), for layers of other
parameters, in later calls and in what it leaves of its inputs.

The grader draws the layers' parameters, so a right answer computes nothing random and never fails, as long as the bound
on rounding errors in `Training.tolerances` holds.
"""

from __future__ import annotations

from autograder.checks import Draw, Student, check
from autograder.suites.descent import reports, steps
from autograder.suites.practice.requirements import (
    require_inputs,
    require_losses,
    require_same_steps,
    trained_layers,
    wrong_steps,
)
from autograder.suites.practice.trained import way_of
from autograder.suites.practice.training import Training

CASES = (  # the shapes of the image and of the kernel, lr and num_epochs, and the factor of all values but the weight's
    ((1, 20), (1, 1), (1e-5, 17), 1),  # the loss hardly falls
    ((20, 1), (2, 1), (4e-3, 2), 5e-4),
    ((11, 11), (3, 3), (5e-4, 5), 1),
    ((2, 4), (1, 1), (1e-7, 2), 100),
    ((4, 4), (1, 1), (4e-3, 3), 0),  # the loss is 0 from the beginning
    ((1, 1), (1, 1), (4e-3, 1), 1),
)
Shape = tuple[int, int]


def drawn(
    draw: Draw,
    image: Shape = (5, 7),
    kernel: Shape = (2, 3),
    settings: tuple[float, int] = (4e-3, 6),
    factor: float = 1,
    calls: int = 1,
    leftover: bool = False,
) -> Training:
    """Return the training of a layer with a drawn weight; its bias, X and Y are multiplied by `factor`.

    With the default values they are small enough for stable steps of 4e-3.
    """
    target = image[0] - kernel[0] + 1, image[1] - kernel[1] + 1
    weight, *others = draw.tensor(*kernel), draw.tensor(1), draw.tensor(*image), draw.tensor(*target)
    bias, X, Y = (factor * tensor for tensor in others)
    return Training({"weight": weight, "bias": bias}, X, Y, settings, calls, leftover)


@check(points=3, zh="每次更新之前的损失", en="The losses before each update")
def test_losses(student: Student, draw: Draw) -> None:
    """The losses are the summed squared errors, one for each epoch, whatever the steps are."""
    (plain,) = trained_layers(student)  # alone, so that the reply tells apart what was reported
    plain_steps, _ = way_of(plain)
    for trained in (plain, *trained_layers(student, drawn(draw), *(drawn(draw, *case) for case in CASES))):
        require_losses(trained, plain_steps)


@check(
    points=3, zh="每次更新：学习率乘以损失的梯度", en="The updates: the learning rate times the gradient of the loss"
)
def test_parameters(student: Student, draw: Draw) -> None:
    """Plain gradient descent changes all parameters of the layer itself, whatever is reported."""
    for trained in trained_layers(student, drawn(draw)):
        if not trained.follows(steps.RIGHT):
            require_inputs(trained)
            raise wrong_steps(trained)


@check(points=3, zh="默认的学习率和轮数", en="The default learning rate and number of epochs")
def test_defaults(student: Student, draw: Draw) -> None:
    """The call gives neither, so lr = 3e-2 and num_epochs = 10."""
    parameters = {"weight": draw.tensor(2, 2), "bias": draw.tensor(1)}
    training = Training(parameters, 0.5 * draw.tensor(4, 4), draw.tensor(3, 3))
    require_same_steps(*trained_layers(student, training))


@check(points=3, zh="参数是别的名字：先后两个卷积核", en="Parameters of other names: two kernels in sequence")
def test_two_kernels(student: Student, draw: Draw) -> None:
    """A module that has neither `weight` nor `bias`."""
    kernels = {"first": draw.tensor(2, 3), "second": draw.tensor(3, 1)}
    training = Training(kernels, draw.tensor(6, 7), draw.tensor(3, 5), (1e-3, 4))
    require_same_steps(*trained_layers(student, training))


@check(
    points=3,
    zh="之前留下的梯度不起作用，再次调用时接着训练，X 和 Y 保持原样",
    en="Gradients from before have no effect, a second call trains on, and X and Y stay as they were",
)
def test_called_again(student: Student, draw: Draw) -> None:
    """The parameters have gradients of another loss when training starts; two calls on the same layer."""
    settings = 4e-3, 3
    again = drawn(draw, settings=settings, calls=2)
    layers = trained_layers(
        student, drawn(draw, leftover=True), again, drawn(draw, settings=settings, calls=2, leftover=True)
    )
    for trained in layers:
        require_inputs(trained)
    require_same_steps(*layers)
    if way_of(layers[0]) == (steps.RIGHT, reports.RIGHT) and layers[0].wrong_losses is None:
        require_losses(layers[2], steps.RIGHT)
