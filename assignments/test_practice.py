"""「练习」的公开测试：在 practice.py 所在的文件夹里运行 pytest 即可。

The public tests of the exercises: run plain `pytest` in the folder of practice.py.
"""

import practice
import pytest
import torch
from torch import nn

NONE = "返回了 None：还没有写，或者忘了 return / got None: not written yet, or a missing return"


def check_tensor(got, expected):
    """检查张量的类型、形状和数值。 / Check the type, the shape and the values of a tensor."""
    expected = torch.as_tensor(expected)
    assert got is not None, NONE
    assert isinstance(got, torch.Tensor), f"应返回张量，得到 {type(got)} / a tensor is expected, got {type(got)}"
    shapes = tuple(got.shape), tuple(expected.shape)
    assert shapes[0] == shapes[1], f"形状是 {shapes[0]}，应为 {shapes[1]} / the shape is {shapes[0]}, not {shapes[1]}"
    right = torch.allclose(got.detach().double(), expected.double(), atol=1e-4)
    assert right, f"数值不对 / wrong values\n得到 / got\n{got}\n应为 / expected\n{expected}"


def check_value(got, expected):
    """检查一个数或字符串。 / Check a number or a string."""
    assert got is not None, NONE
    assert got == expected, f"得到 {got!r}，应为 {expected!r} / got {got!r}, expected {expected!r}"


class Conv2D(nn.Conv2d):
    """课文那样的卷积层，权重由测试给定。 / A layer like the lesson's, with a weight the test chooses."""

    def __init__(self, weight):
        """权重如给定，偏置为 0。 / The weight as given, and a bias of 0."""
        super().__init__(1, 1, (len(weight), len(weight[0])))
        self.load_state_dict({"weight": torch.tensor([[weight]]), "bias": torch.zeros(1)})

    def forward(self, x):
        """对二维的图像做互相关，再加偏置。 / Cross-correlate a two-dimensional image, then add the bias."""
        return super().forward(x[None])[0]


def edge_image():
    """课文中 6×8 的黑白图像。 / The lesson's black-and-white image, 6×8."""
    return torch.tensor([[1.0, 1, 0, 0, 0, 0, 1, 1]] * 6)


def test_diagonal_image():
    """主对角线及其上方为 1。 / 1 on and above the main diagonal."""
    check_tensor(practice.diagonal_image(4), [[1, 1, 1, 1], [0, 1, 1, 1], [0, 0, 1, 1], [0, 0, 0, 1]])
    check_tensor(practice.diagonal_image(2), [[1, 1], [0, 1]])


def test_diagonal_edges():
    """三次互相关，依次放在元组里。 / Three cross-correlations, in a tuple."""
    edges = practice.diagonal_edges(3)
    assert edges is not None, NONE
    assert isinstance(edges, tuple), f"应返回元组，得到 {type(edges)} / a tuple is expected, got {type(edges)}"
    assert len(edges) == 3, f"元组应有 3 个张量，得到 {len(edges)} 个 / the tuple needs 3 tensors, it has {len(edges)}"
    check_tensor(edges[0], [[0, 0], [-1, 0], [0, -1]])  # X 与 K / X with K
    check_tensor(edges[1], [[1, 0], [0, 1], [0, 0]])  # X 的转置与 K / X transposed with K
    check_tensor(edges[2], [[1, 0, 0], [0, 1, 0]])  # X 与 K 的转置 / X with K transposed


def test_autograd_error_of_many_outputs():
    """输出有多个元素时，PyTorch 报错。 / PyTorch complains of an output of many elements."""
    message = practice.autograd_error(Conv2D([[1.0, -1.0]]), edge_image())
    check_value(message, "grad can be implicitly created only for scalar outputs")


def test_autograd_error_of_a_single_output():
    """输出只有一个元素时没有错误。 / An output of a single element is no error."""
    message = practice.autograd_error(Conv2D([[1.0, -1.0]]), torch.ones(1, 2))
    check_value(message, "")


def test_train_layer():
    """两轮梯度下降，可以手算核对。 / Two epochs of gradient descent, small enough to do by hand."""
    layer = Conv2D([[1.0, 0.0]])
    losses = practice.train_layer(layer, torch.tensor([[1.0, 2.0, 0.0]]), torch.tensor([[3.0, 1.0]]), 0.1, 2)
    assert losses is not None, NONE
    assert isinstance(losses, list), f"损失应是列表，得到 {type(losses)} / losses come as a list, got {type(losses)}"
    assert len(losses) == 2, f"两轮应有 2 个损失，得到 {len(losses)} 个 / 2 epochs give 2 losses, got {len(losses)}"
    check_tensor(torch.tensor([torch.as_tensor(loss).item() for loss in losses]), [5, 1.48])
    check_tensor(layer.weight, [[[[0.56, 0.88]]]])
    check_tensor(layer.bias, [0.0])


def test_im2col():
    """每个窗口一行。 / A row for each window."""
    X = torch.arange(9.0).reshape(3, 3)
    check_tensor(practice.im2col(X, (2, 2)), [[0, 1, 3, 4], [1, 2, 4, 5], [3, 4, 6, 7], [4, 5, 7, 8]])
    check_tensor(practice.im2col(X, (1, 3)), [[0, 1, 2], [3, 4, 5], [6, 7, 8]])


def test_kernel_matrix():
    """每个窗口一行，窗口之外为 0。 / A row for each window, 0 outside of it."""
    K = torch.tensor([[0.0, 1.0], [2.0, 3.0]])
    T = practice.kernel_matrix(K, (3, 3))
    check_tensor(
        T,
        [
            [0, 1, 0, 2, 3, 0, 0, 0, 0],
            [0, 0, 1, 0, 2, 3, 0, 0, 0],
            [0, 0, 0, 0, 1, 0, 2, 3, 0],
            [0, 0, 0, 0, 0, 1, 0, 2, 3],
        ],
    )
    check_tensor(practice.kernel_matrix(torch.tensor([[1.0, -1.0]]), (1, 3)), [[1, -1, 0], [0, 1, -1]])


def test_corr2d_matmul():
    """与 corr2d 的结果相同。 / The same as corr2d gives."""
    X = torch.arange(9.0).reshape(3, 3)
    K = torch.tensor([[0.0, 1.0], [2.0, 3.0]])
    check_tensor(practice.corr2d_matmul(X, K), [[19, 25], [37, 43]])  # 课文的例子 / the lesson's example
    edges = [[0, 1, 0, 0, 0, -1, 0]] * 6
    check_tensor(practice.corr2d_matmul(edge_image(), torch.tensor([[1.0, -1.0]])), edges)


def test_corr2d_matmul_is_differentiable():
    """反向传播能到达卷积核。 / Backpropagation reaches the kernel."""
    X = torch.arange(9.0).reshape(3, 3)
    K = torch.tensor([[0.0, 1.0], [2.0, 3.0]], requires_grad=True)
    Y = practice.corr2d_matmul(X, K)
    check_tensor(Y, [[19, 25], [37, 43]])
    assert Y.requires_grad, "计算图断了，无法对 K 求导 / the graph is cut: there is no gradient for K"
    Y.sum().backward()
    check_tensor(K.grad, [[8, 12], [20, 24]])  # 每个权重乘过的像素之和 / the sum of the pixels each weight met


def check_kernel(kernel, samples, expected):
    """把 (1, k) 的核用于采样，检查得到的值。 / Apply a (1, k) kernel to samples and check what it gives."""
    width = len(samples) - len(expected) + 1
    assert kernel is not None, NONE
    assert isinstance(kernel, torch.Tensor), (
        f"应返回张量，得到 {type(kernel)} / a tensor is expected, got {type(kernel)}"
    )
    shape = tuple(kernel.shape)
    assert shape == (1, width), (
        f"核的形状是 {shape}，应为 {(1, width)} / the kernel's shape is {shape}, not {(1, width)}"
    )
    windows = torch.tensor(samples).double().unfold(0, width, 1)
    check_tensor(windows @ kernel.double().flatten(), expected)


def test_second_derivative_kernel():
    """二次函数得到 f″，直线得到 0。 / A quadratic gives f″, a line gives 0."""
    check_kernel(practice.second_derivative_kernel(), [9, 4, 1, 0, 1, 4, 9], [2, 2, 2, 2, 2])  # x²
    check_kernel(practice.second_derivative_kernel(), [1, 4, 7, 10], [0, 0])  # 3x + 1


def test_integral_kernel():
    """窗口内的和。 / The sum over a window."""
    check_kernel(practice.integral_kernel(3), [0, 1, 2, 3, 4, 5], [3, 6, 9, 12])
    check_kernel(practice.integral_kernel(1), [5, -1, 2], [5, -1, 2])


def test_derivative_kernel():
    """一阶差分是后一个减前一个。 / The first difference is the next sample minus this one."""
    check_kernel(practice.derivative_kernel(1), [0, 1, 4, 9, 16], [1, 3, 5, 7])
    check_kernel(practice.derivative_kernel(0), [5, -1, 2], [5, -1, 2])


def test_minimum_kernel_width():
    """一阶导数要看两个采样；d < 0 时抛出 ValueError。 / Slopes take two samples; a negative d raises ValueError."""
    check_value(practice.minimum_kernel_width(1), 2)
    check_value(practice.minimum_kernel_width(2), 3)
    try:
        width = practice.minimum_kernel_width(-1)
    except ValueError:
        return
    pytest.fail(f"d < 0 时应抛出 ValueError，却返回了 {width!r} / for d < 0 a ValueError is due, not {width!r}")
