"""“图像卷积”的公开示例：每个示例问什么、应当得到什么。

The public cases of this assignment: what each one asks, and what is expected.
"""

from itertools import pairwise

import torch
from check.asking import (
    Fault,
    backpropagate,
    call,
    copy,
    gradients,
    gradients_of,
    numbers,
    require,
    require_gradient,
    require_unchanged,
    second_call,
)
from check.messages import RESULT, SECOND_RESULT
from check.model import Case, Layer, Raises, Text, Windows
from torch import nn, tensor

IMAGE, KERNEL = torch.arange(9.0).reshape(3, 3), torch.arange(4.0).reshape(2, 2)
WIDE, ROW = torch.arange(8.0).reshape(2, 4), tensor([[1.0, 0.0, -1.0]])
EDGES = tensor([[1.0, 1, 0, 0, 0, 0, 1, 1]] * 6)
NAMES = Text("参数应是 weight 和 bias，得到 {found}。", "The parameters should be weight and bias, not {found}.")
NO_MODULE = Text(
    "Conv2D 不是 nn.Module：写 class Conv2D(nn.Module)，并在 __init__ 里先调用 super().__init__()。",
    "Conv2D is no nn.Module: write `class Conv2D(nn.Module)`, and call `super().__init__()` first in `__init__`.",
)
KERNEL_THERE = Text("学到的卷积核", "the learned kernel")
WEIGHT, BIAS = Text("参数 weight", "the parameter weight"), Text("参数 bias", "the parameter bias")
OUTPUTS = (
    Text("第一个层的输出", "the output of the first layer"),
    Text("第二个层的输出", "the output of the second layer"),
    Text("第一个层更新之后的输出", "the output of the first layer after its update"),
)
ROW_OF_EDGES = Text("核用于图像第一行得到的结果", "what the kernel gives for the first row of the image")
PARTS = Text("每轮损失与上一轮之比", "the list of each loss divided by the one before")
LEARNED = (
    Text("学到的卷积核（四舍五入到整数）", "the learned kernel, rounded to whole numbers,"),
    Text("“最后一轮的损失比第一轮小”", "whether the last loss is lower than the first"),
)
NOT_BOTH = Text(
    "应返回两项的元组 (kernel, losses)，得到的是 {got}。", "Return both in a tuple, (kernel, losses); this is {got}."
)
NO_LIST = Text("损失应放在列表里，得到的是 {got}。", "The losses should be in a list; this is {got}.")
LOSS_COUNT = Text("应有 {expected} 个损失，得到 {got} 个。", "There should be {expected} losses, not {got}.")
NO_NUMBER = Text("每个损失应是一个数，得到的是 {got}。", "Each loss should be one number; this is {got}.")


def make_layer(student, weight, bias):
    """做一个参数已知的卷积层。 / Make a layer whose parameters are known."""
    layer = student.Conv2D(tuple(weight.shape))
    if not isinstance(layer, nn.Module) or "_parameters" not in vars(layer):
        raise Fault(Layer.type, NO_MODULE)
    found = sorted(name for name, _ in layer.named_parameters())
    if found != ["bias", "weight"]:
        raise Fault(Layer.type, Text(*(text.format(found=found) for text in NAMES)), found)
    require(layer.weight, weight.shape, WEIGHT)
    require(layer.bias, (1,), BIAS)
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.fill_(bias)
    return layer


def layer_output(weight, bias, image):
    """一层的输出。 / The output of one layer."""
    return lambda student: make_layer(student, weight, bias)(copy(image))


def layer_gradients(student):
    """训练一步时，参数的梯度。 / The gradients of the parameters in a step of training."""
    layer = make_layer(student, KERNEL, 1.0)
    backpropagate(layer(copy(IMAGE)))
    require_gradient(layer.weight, "weight")
    require_gradient(layer.bias, "bias")
    return layer.weight.grad, layer.bias.grad


def two_layers(student):
    """两个层轮流使用，其中一个的参数中途更新。 / Two layers by turns; one is updated in between."""
    first, second = make_layer(student, KERNEL, 1.0), make_layer(student, -KERNEL, 0.5)
    outputs = [first(copy(IMAGE)), second(copy(IMAGE))]
    with torch.no_grad():
        first.weight += 1
    return (*outputs, first(copy(IMAGE)))


def kernel_on_row(student):
    """核用于图像的一行得到的值。 / What the kernel gives for a row of the image."""
    kernel = require(student.edge_kernel(), (1, 2))
    return EDGES[0].unfold(0, 2, 1) @ kernel.detach().float().flatten()


def twice(name):
    """先后两次调用的结果。 / The results of two calls."""
    return lambda student: (getattr(student, name)(), getattr(student, name)())


def learn(student, X, Y, *settings, num_epochs):
    """学到的卷积核和损失，类型和个数都检查过。 / The kernel and the losses, after a look at their types and number."""
    given = [copy(X), copy(Y)]
    answer = student.learn_kernel(*given, *settings)
    if not isinstance(answer, tuple) or len(answer) != 2:
        raise Fault(Layer.type, Text(*(text.format(got=type(answer).__name__) for text in NOT_BOTH)), answer)
    kernel, losses = require(answer[0], what=KERNEL_THERE), answer[1]
    if not isinstance(losses, list):
        raise Fault(Layer.type, Text(*(text.format(got=type(losses).__name__) for text in NO_LIST)), losses)
    if len(losses) != num_epochs:
        raise Fault(
            Layer.shape, Text(*(text.format(expected=num_epochs, got=len(losses)) for text in LOSS_COUNT)), losses
        )
    for loss in losses:
        if torch.as_tensor(loss).numel() != 1:
            raise Fault(Layer.shape, Text(*(text.format(got=repr(loss)[:60]) for text in NO_NUMBER)), loss)
    require_unchanged(given, (X, Y))
    return kernel, [torch.as_tensor(loss).item() for loss in losses]


def learned_edges(student):
    """从边缘图像学到的卷积核（取整），以及损失是否下降。 / The learned kernel, rounded; whether the loss falls."""
    kernel, losses = learn(student, EDGES, EDGES[:, :-1] - EDGES[:, 1:], num_epochs=10)
    return require(kernel, (1, 2), KERNEL_THERE).detach().round() + 0.0, losses[-1] < losses[0]  # no -0


def falling_loss(X, Y, kernel_size, lr, num_epochs):
    """每一轮的损失是上一轮的几分之几；最后一项属于学到的卷积核。 / Each loss as a part of the one before.

    只有一个元素的卷积核，这些比值与初始值无关。 / With a kernel of one element the start makes no difference.
    """

    def ask(student):
        kernel, losses = learn(student, X, Y, kernel_size, lr, num_epochs, num_epochs=num_epochs)
        weight = require(kernel, kernel_size, KERNEL_THERE).detach().double()
        losses.append(float(((X.double() * weight - Y.double()) ** 2).sum()))
        return tensor([one / max(before, 1e-30) for before, one in pairwise(losses)])

    return ask


CASES = (
    Case(
        "corr2d",
        Text("课文的例子", "the lesson's example"),
        call("corr2d", IMAGE, KERNEL),
        tensor([[19, 25], [37, 43]]),
        picture=Windows(IMAGE, KERNEL),
    ),
    Case(
        "corr2d",
        Text("非正方形的图像和卷积核", "an image and a kernel that are not square"),
        call("corr2d", WIDE, ROW),
        tensor([[-2, -2], [-2, -2]]),
        picture=Windows(WIDE, ROW),
    ),
    Case(
        "corr2d",
        Text("3×5 的图像，3×2 的卷积核，有小数", "an image of 3×5 and a kernel of 3×2, with fractions"),
        call("corr2d", numbers(3, 5), numbers(3, 2)),
        tensor([[17.25, -8.25, 2.0, -4.25]]),
        picture=Windows(numbers(3, 5), numbers(3, 2)),
    ),
    Case(
        "corr2d",
        Text("1×1 的卷积核", "a kernel of 1×1"),
        call("corr2d", numbers(2, 3), tensor([[-1.5]])),
        tensor([[3.75, -1.5, 1.5], [-3.75, -0.75, 2.25]]),
        picture=Windows(numbers(2, 3), tensor([[-1.5]])),
    ),
    Case(
        "corr2d",
        Text("和图像一样大的卷积核", "a kernel as large as the image"),
        call("corr2d", tensor([[1.0, 2.0]]), tensor([[3.0, -4.0]])),
        tensor([[-5]]),
        picture=Windows(tensor([[1.0, 2.0]]), tensor([[3.0, -4.0]])),
    ),
    Case(
        "corr2d",
        Text("再次调用，输入保持原样", "a second call, and inputs that stay as they were"),
        second_call("corr2d", (IMAGE, KERNEL), (-IMAGE, KERNEL + 1)),
        tensor([[-27, -37], [-57, -67]]),
    ),
    Case(
        "corr2d",
        Text("梯度传到 X 和 K", "gradients reach X and K"),
        gradients("corr2d", ("X", "K"), IMAGE, KERNEL),
        (tensor([[0, 1, 2], [2, 10, 10], [6, 17, 12]]), tensor([[27, 37], [57, 67]])),
        gradient=True,
        what=gradients_of("X", "K"),
    ),
    Case(
        "output_shape",
        Text("课文的例子", "the lesson's example"),
        call("output_shape", (3, 3), (2, 2)),
        (2, 2),
    ),
    Case(
        "output_shape",
        Text("非正方形的图像和卷积核", "an image and a kernel that are not square"),
        call("output_shape", (6, 8), (1, 2)),
        (6, 7),
    ),
    Case(
        "output_shape",
        Text("卷积核比图像高", "a kernel that is higher than the image"),
        call("output_shape", (3, 3), (4, 1)),
        Raises(ValueError),
    ),
    Case(
        "output_shape",
        Text("卷积核比图像宽", "a kernel that is wider than the image"),
        call("output_shape", (5, 2), (2, 4)),
        Raises(ValueError),
    ),
    Case(
        "output_shape",
        Text("卷积核比图像高得多", "a kernel that is much higher than the image"),
        call("output_shape", (5, 3), (8, 2)),
        Raises(ValueError),
    ),
    Case(
        "output_shape",
        Text("卷积核在两个方向上都比图像大", "a kernel that is larger in both directions"),
        call("output_shape", (2, 3), (5, 7)),
        Raises(ValueError),
    ),
    Case(
        "output_shape",
        Text("和图像一样大的卷积核", "a kernel as large as the image"),
        call("output_shape", (4, 5), (4, 5)),
        (1, 1),
    ),
    Case(
        "Conv2D",
        Text("互相关，再加偏置", "the cross-correlation, and the bias"),
        layer_output(KERNEL, 1.0, IMAGE),
        tensor([[20, 26], [38, 44]]),
        needs=("corr2d",),
        picture=Windows(IMAGE, KERNEL, 1.0),
    ),
    Case(
        "Conv2D",
        Text("非正方形的卷积核，数值有正有负", "a kernel that is not square, of either sign"),
        layer_output(numbers(2, 3), -0.5, numbers(4, 6)),
        tensor([[15.75, -9.75, 0.5, 2.5], [-5.25, -6, 15.25, -4.75], [-9.75, 0.5, 2.5, -9.25]]),
        needs=("corr2d",),
        picture=Windows(numbers(4, 6), numbers(2, 3), -0.5),
    ),
    Case(
        "Conv2D",
        Text(
            "两个层各有各的参数，更新之后输出随之改变",
            "two layers have their own parameters; an update changes the output",
        ),
        two_layers,
        (tensor([[20, 26], [38, 44]]), tensor([[-18.5, -24.5], [-36.5, -42.5]]), tensor([[28, 38], [58, 68]])),
        needs=("corr2d",),
        what=OUTPUTS,
    ),
    Case(
        "Conv2D",
        Text("梯度传到两个参数", "gradients reach both parameters"),
        layer_gradients,
        (tensor([[27, 37], [57, 67]]), tensor([10])),
        needs=("corr2d",),
        gradient=True,
        what=gradients_of("weight", "bias"),
    ),
    Case(
        "edge_image",
        Text("6×8，中间四列为 0；再次调用也一样", "6×8, with four black columns in the middle, and again"),
        twice("edge_image"),
        (EDGES, EDGES),
        fixed=True,
        what=(RESULT, SECOND_RESULT),
    ),
    Case(
        "edge_kernel",
        Text("由白变黑得 1，由黑变白得 −1", "1 from white to black, −1 from black to white"),
        kernel_on_row,
        tensor([0, 1, 0, 0, 0, -1, 0]),
        what=ROW_OF_EDGES,
    ),
    Case(
        "edge_kernel",
        Text("再次调用也一样", "the same in a second call"),
        lambda student: (kernel_on_row(student), kernel_on_row(student))[1],
        tensor([0, 1, 0, 0, 0, -1, 0]),
        what=ROW_OF_EDGES,
    ),
    Case(
        "learn_kernel",
        Text("从边缘图像学到 [[1, −1]]", "learn [[1, −1]] from the edge image"),
        learned_edges,
        (tensor([[1, -1]]), True),
        what=LEARNED,
    ),
    Case(
        "learn_kernel",
        Text("1×1 的卷积核：每轮的损失是上一轮的几分之几", "a kernel of 1×1: each loss as a part of the one before"),
        falling_loss(tensor([[1.0, -2.0, 0.5]]), tensor([[20.0, -40.0, 10.0]]), (1, 1), 0.03, 5),
        tensor([0.46923, 0.46922, 0.46923, 0.46923, 0.46923]),
        close=1e-3,
        what=PARTS,
    ),
    Case(
        "learn_kernel",
        Text("数值很小，另一个学习率和轮数", "small values, and another learning rate and number of epochs"),
        falling_loss(tensor([[0.05], [-0.025]]), tensor([[-0.1], [0.05]]), (1, 1), 0.5, 8),
        tensor([0.99376, 0.99376, 0.99376, 0.99376, 0.99376, 0.99376, 0.99376, 0.99376]),
        close=1e-3,
        what=PARTS,
    ),
    Case(
        "receptive_field",
        Text("课文的例子", "the lesson's example"),
        call("receptive_field", [(2, 2), (2, 2)]),
        (3, 3),
    ),
    Case(
        "receptive_field",
        Text("非正方形的卷积核", "kernels that are not square"),
        call("receptive_field", [(3, 1), (5, 2)]),
        (7, 2),
    ),
    Case(
        "receptive_field",
        Text("三层，大小各不相同", "three layers of different sizes"),
        call("receptive_field", [(4, 3), (1, 6), (2, 2)]),
        (5, 9),
    ),
    Case(
        "receptive_field",
        Text("没有层", "no layer"),
        call("receptive_field", []),
        (1, 1),
    ),
    Case(
        "receptive_field",
        Text("再次调用，输入保持原样", "a second call, and inputs that stay as they were"),
        second_call("receptive_field", ([(2, 3), (4, 1)],), ([(3, 3)],)),
        (3, 3),
    ),
    Case(
        "receptive_field_mask",
        Text("课文图 6.2.1 的阴影部分", "the shaded part of the lesson's figure 6.2.1"),
        call("receptive_field_mask", [(2, 2)], (3, 3), (0, 0)),
        tensor([[True, True, False], [True, True, False], [False, False, False]]),
    ),
    Case(
        "receptive_field_mask",
        Text("两层非正方形的卷积核，位置不在角上", "two layers that are not square, and a position inside"),
        call("receptive_field_mask", [(1, 3), (2, 2)], (4, 7), (1, 2)),
        tensor(
            [
                [False, False, False, False, False, False, False],
                [False, False, True, True, True, True, False],
                [False, False, True, True, True, True, False],
                [False, False, False, False, False, False, False],
            ]
        ),
    ),
    Case(
        "receptive_field_mask",
        Text("没有层", "no layer"),
        call("receptive_field_mask", [], (2, 3), (1, 2)),
        tensor([[False, False, False], [False, False, True]]),
    ),
    Case(
        "receptive_field_mask",
        Text("再次调用，输入保持原样", "a second call, and inputs that stay as they were"),
        second_call("receptive_field_mask", ([(2, 1)], (3, 2), (1, 1)), ([(1, 2)], (3, 3), (2, 0))),
        tensor([[False, False, False], [False, False, False], [True, True, False]]),
    ),
)

# 这些题要自己写，代码里不能出现这些名字。 / These exercises ask for one's own code, without these names.
CONVOLUTION = (
    r"(torch|numpy|scipy)\.(\w+\.)*(\w*[cC]onv(?!ert)\w*|correlate\w*)|torch\.nn\.grad\..*|scipy\.(signal|ndimage).*"
)
FORBIDDEN = {"corr2d": (CONVOLUTION,), "Conv2D": (CONVOLUTION,)}
