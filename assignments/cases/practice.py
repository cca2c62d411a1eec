"""“练习”的公开示例：每个示例问什么、应当得到什么。

The public cases of the exercises: what each one asks, and what is expected.
"""

import torch
from check.asking import Fault, call, copy, gradients, gradients_of, numbers, require, require_unchanged, second_call
from check.model import Case, Layer, Raises, Text, Windows
from torch import nn, tensor
from torch.overrides import TorchFunctionMode

IMAGE, KERNEL = torch.arange(9.0).reshape(3, 3), torch.arange(4.0).reshape(2, 2)
EDGES = tensor([[1.0, 1, 0, 0, 0, 0, 1, 1]] * 6)
EDGE_KERNEL = tensor([[1.0, -1.0]])
MANY = "grad can be implicitly created only for scalar outputs"
NO_GRAPH = "element 0 of tensors does not require grad and does not have a grad_fn"
PRODUCTS = ("mm", "mv", "matmul", "linear", "inner", "dot", "einsum")
NO_PRODUCT = Text(
    "没有一次矩阵乘法给出全部输出：先把窗口（或卷积核）排成矩阵，再只乘一次。",
    "No single matrix product gives all outputs: lay the windows (or the kernel) out as a matrix, multiply once.",
)
NO_LIST = Text("损失应放在列表里，得到的是 {got}。", "The losses should be in a list; this is {got}.")
LOSS = Text("损失", "a loss")
LOSSES, PARAMETERS = (
    Text("损失的列表", "the list of losses"),
    Text("训练后的参数", "the parameters after training"),
)


class Conv2D(nn.Conv2d):
    """课文那样的卷积层，权重由示例给定。 / A layer like the lesson's, with a weight that the case gives."""

    def __init__(self, weight, bias=0.0):
        """权重和偏置如给定。 / The weight and the bias as given."""
        super().__init__(1, 1, (len(weight), len(weight[0])))
        self.load_state_dict({"weight": tensor([[weight]]), "bias": tensor([bias])})

    def forward(self, x):
        """对二维的图像做互相关，再加偏置。 / Cross-correlate a two-dimensional image, then add the bias."""
        return super().forward(x[None])[0]


class TwoFactors(nn.Module):
    """参数叫别的名字的层：x 乘以两个数。 / A layer whose parameters have other names: x times two numbers."""

    def __init__(self):
        """两个数是 0.5 和 2。 / The numbers are 0.5 and 2."""
        super().__init__()
        self.first, self.second = nn.Parameter(tensor([0.5])), nn.Parameter(tensor([2.0]))

    def forward(self, x):
        """X 乘以两个数。 / Multiply x by both numbers."""
        return x * self.first * self.second


def frozen(layer):
    """同一个层，参数都不求导。 / The same layer, with no gradients for its parameters."""
    return layer.requires_grad_(False)


def bias_only(layer):
    """同一个层，只有偏置可以训练。 / The same layer, with only its bias trainable."""
    layer.weight.requires_grad_(False)
    return layer


def message(make, *shape):
    """层对全 1 图像的输出报什么错。 / The error for the output of a layer, for an image of ones."""
    return lambda student: student.autograd_error(make(), torch.ones(*shape))


def trained(make, X, Y, *settings, calls=1, leftover=False):
    """训练之后：损失，以及层的参数。 / After training: the losses, and the parameters of the layer."""

    def ask(student):
        layer, recorded = make(), []
        if leftover:
            for one in layer.parameters():
                one.grad = torch.ones_like(one)
        for _ in range(calls):
            given = [copy(X), copy(Y)]
            found = student.train_layer(layer, *given, *settings)
            if not isinstance(found, list):
                raise Fault(Layer.type, Text(*(text.format(got=type(found).__name__) for text in NO_LIST)), found)
            require_unchanged(given, (X, Y))
            recorded += [require(torch.as_tensor(loss).detach().reshape(-1), (1,), LOSS).item() for loss in found]
        return recorded, tuple(parameter.detach().flatten() for parameter in layer.parameters())

    return ask


class Products(TorchFunctionMode):
    """数一数矩阵乘法给出多少个输出。 / Notes how many outputs the matrix products give."""

    def __init__(self):
        """还没有乘过。 / None yet."""
        super().__init__()
        self.most = 0

    def __torch_function__(self, operation, types, args=(), kwargs=None):
        """照常计算。 / Compute as usual."""
        output = operation(*args, **(kwargs or {}))
        if getattr(operation, "__name__", "").strip("_").endswith(PRODUCTS):
            self.most = max(self.most, output.numel())
        return output


def one_product(X, K):
    """corr2d_matmul 的结果，由一次矩阵乘法给出。 / The result of corr2d_matmul, given by one matrix product."""

    def ask(student):
        with Products() as products:
            result = student.corr2d_matmul(copy(X), copy(K))
        if products.most < require(result).numel():
            raise Fault(Layer.runs, NO_PRODUCT, result)
        return result

    return ask


def applied(name, args, width, *rows):
    """(1, width) 的核用于每一行采样得到的值。 / What a kernel of (1, width) gives for each row of samples."""

    def ask(student):
        kernel = require(getattr(student, name)(*args), (1, width)).detach().double().flatten()
        return tuple(tensor(row).double().unfold(0, width, 1) @ kernel for row in rows)

    return ask


def on(*rows):
    """核用于每一行采样的结果叫什么。 / What to call the result of a kernel for each row of samples."""
    return tuple(Text(f"这个核用于 {row} 的结果", f"what the kernel gives for {row}") for row in rows)


def powers(power, first, last):
    """在 first 到 last 之间对 x 的幂采样。 / Samples of a power of x from first to last."""
    return [x**power for x in range(first, last + 1)]


CASES = (
    Case(
        "diagonal_image",
        Text("n = 4：主对角线及其上方为 1", "n = 4: 1 on and above the main diagonal"),
        call("diagonal_image", 4),
        tensor([[1, 1, 1, 1], [0, 1, 1, 1], [0, 0, 1, 1], [0, 0, 0, 1]]),
    ),
    Case(
        "diagonal_image",
        Text("n = 2", "n = 2"),
        call("diagonal_image", 2),
        tensor([[1, 1], [0, 1]]),
    ),
    Case(
        "diagonal_image",
        Text("n = 1", "n = 1"),
        call("diagonal_image", 1),
        tensor([[1]]),
    ),
    Case(
        "diagonal_edges",
        Text("n = 3：三次互相关，依次放在元组里", "n = 3: three cross-correlations, in a tuple"),
        call("diagonal_edges", 3),
        (
            tensor([[0, 0], [-1, 0], [0, -1]]),  # X 与 K / X with K
            tensor([[1, 0], [0, 1], [0, 0]]),  # X 的转置与 K / X transposed with K
            tensor([[1, 0, 0], [0, 1, 0]]),  # X 与 K 的转置 / X with K transposed
        ),
        needs=("diagonal_image",),
    ),
    Case(
        "diagonal_edges",
        Text("n = 2：形状是 (2, 1)、(2, 1)、(1, 2)", "n = 2: the shapes are (2, 1), (2, 1), (1, 2)"),
        call("diagonal_edges", 2),
        (tensor([[0], [-1]]), tensor([[1], [0]]), tensor([[1, 0]])),
        needs=("diagonal_image",),
    ),
    Case(
        "autograd_error",
        Text("输出有多个元素时，PyTorch 报错", "PyTorch complains of an output of many elements"),
        message(lambda: Conv2D([[1.0, -1.0]]), 6, 8),
        MANY,
    ),
    Case(
        "autograd_error",
        Text("输出只有一个元素时没有错误", "an output of a single element is no error"),
        message(lambda: Conv2D([[1.0, -1.0]]), 1, 2),
        "",
    ),
    Case(
        "autograd_error",
        Text("输出只有一行，但不止一个元素", "an output of one row, but of several elements"),
        message(lambda: Conv2D([[1.0, -1.0]]), 1, 4),
        MANY,
    ),
    Case(
        "autograd_error",
        Text("没有参数的层", "a layer without parameters"),
        message(nn.Flatten, 3, 2),
        NO_GRAPH,
    ),
    Case(
        "autograd_error",
        Text("没有参数的层，输出只有一个元素", "a layer without parameters, and an output of a single element"),
        message(nn.Flatten, 1, 1),
        NO_GRAPH,
    ),
    Case(
        "autograd_error",
        Text("参数都被冻结的层", "a layer whose parameters are all frozen"),
        message(lambda: frozen(Conv2D([[1.0, -1.0]])), 2, 3),
        NO_GRAPH,
    ),
    Case(
        "autograd_error",
        Text("只有偏置可以训练的层", "a layer with only its bias trainable"),
        message(lambda: bias_only(Conv2D([[1.0, -1.0]])), 2, 3),
        MANY,
    ),
    Case(
        "train_layer",
        Text("两轮梯度下降，可以手算核对", "two epochs of gradient descent, small enough to do by hand"),
        trained(lambda: Conv2D([[1.0, 0.0]]), tensor([[1.0, 2.0, 0.0]]), tensor([[3.0, 1.0]]), 0.1, 2),
        ([5.0, 1.48], (tensor([0.56, 0.88]), tensor([0]))),
        what=(LOSSES, PARAMETERS),
    ),
    Case(
        "train_layer",
        Text("三轮，误差有大有小", "three epochs, with errors large and small"),
        trained(lambda: Conv2D([[2.0], [-1.0]], 0.5), numbers(3, 2), numbers(2, 2), 0.02, 3),
        ([23.25, 7.10527, 2.63475], (tensor([1.10013, -0.26937]), tensor([0.32976]))),
        what=(LOSSES, PARAMETERS),
    ),
    Case(
        "train_layer",
        Text("默认的学习率和轮数", "the default learning rate and number of epochs"),
        trained(lambda: Conv2D([[1.0]]), tensor([[0.5, -1.0]]), tensor([[1.0, 0.0]])),
        (
            [1.25, 0.93528, 0.6998, 0.52361, 0.39178, 0.29314, 0.21933, 0.16411, 0.12279, 0.09188],
            (tensor([0.74484]), tensor([0.51033])),
        ),
        what=(LOSSES, PARAMETERS),
    ),
    Case(
        "train_layer",
        Text("参数叫别的名字的层", "a layer whose parameters have other names"),
        trained(TwoFactors, tensor([[1.0, -0.5]]), tensor([[2.0, 0.0]]), 0.05, 2),
        ([1.25, 0.89496], (tensor([0.7202]), tensor([2.05989]))),
        what=(LOSSES, PARAMETERS),
    ),
    Case(
        "train_layer",
        Text(
            "调用之前留下的梯度不起作用，再次调用时接着训练",
            "gradients from before have no effect; a second call trains on",
        ),
        trained(
            lambda: Conv2D([[1.0, 0.0]]),
            tensor([[1.0, 2.0, 0.0]]),
            tensor([[3.0, 1.0]]),
            0.05,
            2,
            calls=2,
            leftover=True,
        ),
        ([5.0, 2.42, 1.3673, 0.77743], (tensor([0.714, 0.8884]), tensor([0.0791]))),
        what=(LOSSES, PARAMETERS),
    ),
    Case(
        "im2col",
        Text("2×2 的窗口：每个窗口一行", "windows of 2×2: a row for each"),
        call("im2col", IMAGE, (2, 2)),
        tensor([[0, 1, 3, 4], [1, 2, 4, 5], [3, 4, 6, 7], [4, 5, 7, 8]]),
    ),
    Case(
        "im2col",
        Text("1×3 的窗口", "windows of 1×3"),
        call("im2col", IMAGE, (1, 3)),
        tensor([[0, 1, 2], [3, 4, 5], [6, 7, 8]]),
    ),
    Case(
        "im2col",
        Text("3×4 的图像，2×3 的窗口，有小数", "an image of 3×4 and windows of 2×3, with fractions"),
        call("im2col", numbers(3, 4), (2, 3)),
        tensor(
            [
                [-2.5, 1, -1, 0.5, -1.5, 2],
                [1, -1, 2.5, -1.5, 2, 0],
                [0.5, -1.5, 2, -2, 1.5, -0.5],
                [-1.5, 2, 0, 1.5, -0.5, -2.5],
            ]
        ),
    ),
    Case(
        "im2col",
        Text("只有一个窗口", "a single window"),
        call("im2col", tensor([[1.0, 2.0]]), (1, 2)),
        tensor([[1, 2]]),
    ),
    Case(
        "im2col",
        Text("再次调用，输入保持原样", "a second call, and inputs that stay as they were"),
        second_call("im2col", (IMAGE, (3, 2)), (-IMAGE, (2, 3))),
        tensor([[0, -1, -2, -3, -4, -5], [-3, -4, -5, -6, -7, -8]]),
    ),
    Case(
        "kernel_matrix",
        Text("课文的卷积核：每个窗口一行，窗口之外为 0", "the lesson's kernel: a row for each window, 0 outside of it"),
        call("kernel_matrix", KERNEL, (3, 3)),
        tensor(
            [
                [0, 1, 0, 2, 3, 0, 0, 0, 0],
                [0, 0, 1, 0, 2, 3, 0, 0, 0],
                [0, 0, 0, 0, 1, 0, 2, 3, 0],
                [0, 0, 0, 0, 0, 1, 0, 2, 3],
            ]
        ),
    ),
    Case(
        "kernel_matrix",
        Text("1×3 的图像", "an image of 1×3"),
        call("kernel_matrix", EDGE_KERNEL, (1, 3)),
        tensor([[1, -1, 0], [0, 1, -1]]),
    ),
    Case(
        "kernel_matrix",
        Text("2×3 的图像，2×1 的卷积核", "an image of 2×3 and a kernel of 2×1"),
        call("kernel_matrix", tensor([[2.0], [-0.5]]), (2, 3)),
        tensor([[2, 0, 0, -0.5, 0, 0], [0, 2, 0, 0, -0.5, 0], [0, 0, 2, 0, 0, -0.5]]),
    ),
    Case(
        "kernel_matrix",
        Text("和图像一样大的卷积核", "a kernel as large as the image"),
        call("kernel_matrix", numbers(2, 2), (2, 2)),
        tensor([[-2.5, 1, -1, 2.5]]),
    ),
    Case(
        "kernel_matrix",
        Text("再次调用，输入保持原样", "a second call, and inputs that stay as they were"),
        second_call("kernel_matrix", (EDGE_KERNEL, (1, 3)), (3 * EDGE_KERNEL, (1, 3))),
        tensor([[3, -3, 0], [0, 3, -3]]),
    ),
    Case(
        "corr2d_matmul",
        Text("课文的例子，由一次矩阵乘法得出", "the lesson's example, from one matrix product"),
        one_product(IMAGE, KERNEL),
        tensor([[19, 25], [37, 43]]),
        needs=("im2col",),
        picture=Windows(IMAGE, KERNEL),
    ),
    Case(
        "corr2d_matmul",
        Text("边缘图像", "the edge image"),
        call("corr2d_matmul", EDGES, EDGE_KERNEL),
        tensor([[0, 1, 0, 0, 0, -1, 0]] * 6),
        needs=("im2col",),
        picture=Windows(EDGES, EDGE_KERNEL),
    ),
    Case(
        "corr2d_matmul",
        Text("3×5 的图像，2×3 的卷积核，有小数", "an image of 3×5 and a kernel of 2×3, with fractions"),
        call("corr2d_matmul", numbers(3, 5), numbers(2, 3)),
        tensor([[5.5, 2, 1.25], [1.75, -7.25, -5.25]]),
        needs=("im2col",),
        picture=Windows(numbers(3, 5), numbers(2, 3)),
    ),
    Case(
        "corr2d_matmul",
        Text("和图像一样大的卷积核", "a kernel as large as the image"),
        call("corr2d_matmul", tensor([[1.0, 2.0]]), tensor([[3.0, -4.0]])),
        tensor([[-5]]),
        needs=("im2col",),
        picture=Windows(tensor([[1.0, 2.0]]), tensor([[3.0, -4.0]])),
    ),
    Case(
        "corr2d_matmul",
        Text("再次调用，输入保持原样", "a second call, and inputs that stay as they were"),
        second_call("corr2d_matmul", (IMAGE, KERNEL), (-IMAGE, KERNEL + 1)),
        tensor([[-27, -37], [-57, -67]]),
        needs=("im2col",),
    ),
    Case(
        "corr2d_matmul",
        Text("梯度传到 X 和 K", "gradients reach X and K"),
        gradients("corr2d_matmul", ("X", "K"), IMAGE, KERNEL),
        (tensor([[0, 1, 2], [2, 10, 10], [6, 17, 12]]), tensor([[27, 37], [57, 67]])),
        needs=("im2col",),
        gradient=True,
        what=gradients_of("X", "K"),
    ),
    Case(
        "second_derivative_kernel",
        Text("x² 得到 2，直线 3x + 1 得到 0", "x² gives 2, the line 3x + 1 gives 0"),
        applied("second_derivative_kernel", (), 3, [9, 4, 1, 0, 1, 4, 9], [1, 4, 7, 10]),
        (tensor([2, 2, 2, 2, 2]), tensor([0, 0])),
        what=on("x²", "3x + 1"),
    ),
    Case(
        "integral_kernel",
        Text("n = 3：每个窗口内的和", "n = 3: the sum over each window"),
        applied("integral_kernel", (3,), 3, [0, 1, 2, 3, 4, 5]),
        (tensor([3, 6, 9, 12]),),
        what=on("0, 1, 2, 3, 4, 5"),
    ),
    Case(
        "integral_kernel",
        Text("n = 1", "n = 1"),
        applied("integral_kernel", (1,), 1, [5, -1, 2]),
        (tensor([5, -1, 2]),),
        what=on("5, -1, 2"),
    ),
    Case(
        "derivative_kernel",
        Text("d = 1：后一个采样减前一个", "d = 1: the next sample minus this one"),
        applied("derivative_kernel", (1,), 2, [0, 1, 4, 9, 16]),
        (tensor([1, 3, 5, 7]),),
        what=on("x²"),
    ),
    Case(
        "derivative_kernel",
        Text("d = 0：函数本身", "d = 0: the function itself"),
        applied("derivative_kernel", (0,), 1, [5, -1, 2]),
        (tensor([5, -1, 2]),),
        what=on("5, -1, 2"),
    ),
    Case(
        "derivative_kernel",
        Text("d = 2：x² 得到 2，直线得到 0", "d = 2: x² gives 2, a line gives 0"),
        applied("derivative_kernel", (2,), 3, powers(2, -2, 2), powers(1, -2, 2)),
        (tensor([2, 2, 2]), tensor([0, 0, 0])),
        what=on("x²", "x"),
    ),
    Case(
        "derivative_kernel",
        Text("d = 3：x³ 得到 6，x² 得到 0", "d = 3: x³ gives 6, x² gives 0"),
        applied("derivative_kernel", (3,), 4, powers(3, -2, 2), powers(2, -2, 2)),
        (tensor([6, 6]), tensor([0, 0])),
        what=on("x³", "x²"),
    ),
    Case(
        "derivative_kernel",
        Text("d = 10：x¹⁰ 得到 10!", "d = 10: x¹⁰ gives 10!"),
        applied("derivative_kernel", (10,), 11, powers(10, -5, 5)),
        (tensor([3628800]),),
        close=5.0,
        what=on("x¹⁰"),
    ),
    Case(
        "minimum_kernel_width",
        Text("一阶导数要看两个采样", "a slope takes two samples"),
        call("minimum_kernel_width", 1),
        2,
    ),
    Case(
        "minimum_kernel_width",
        Text("二阶导数", "the second derivative"),
        call("minimum_kernel_width", 2),
        3,
    ),
    Case(
        "minimum_kernel_width",
        Text("d = 0：函数本身", "d = 0: the function itself"),
        call("minimum_kernel_width", 0),
        1,
    ),
    Case(
        "minimum_kernel_width",
        Text("d < 0 时抛出 ValueError", "d < 0 raises ValueError"),
        call("minimum_kernel_width", -1),
        Raises(ValueError),
    ),
)

# 这些题要自己写，代码里不能出现这些名字。 / These exercises ask for one's own code, without these names.
CONVOLUTION = (
    r"(torch|numpy|scipy)\.(\w+\.)*(\w*[cC]onv(?!ert)\w*|correlate\w*)|torch\.nn\.grad\..*|scipy\.(signal|ndimage).*"
)
UNFOLD = r"torch\.(\w+\.)*(functional\.unfold|fold\.Unfold|nn\.Unfold|im2col)"
FORBIDDEN = {
    "im2col": (CONVOLUTION, UNFOLD),
    "kernel_matrix": (CONVOLUTION,),
    "corr2d_matmul": (CONVOLUTION, "corr2d"),
}
