# 由 autograder build 从 solutions/ 生成，请在这里作答。 / Generated from solutions/ by `autograder build`; write your answers here.
"""图像卷积：互相关运算、卷积层、边缘检测、学习卷积核与感受野。

Convolutions for images: cross-correlation, the layer, edge detection, learning a kernel, the receptive field.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn


def corr2d(X: Tensor, K: Tensor) -> Tensor:
    """计算二维互相关运算。

    The two-dimensional cross-correlation of an image and a kernel; differentiable in both.

    X (n_h, n_w), K (k_h, k_w) -> (n_h - k_h + 1, n_w - k_w + 1)
    课文：「图像卷积 · 互相关运算」 / Lesson: Convolutions for images, cross-correlation
    """
    pass


def output_shape(input_shape: tuple[int, int], kernel_shape: tuple[int, int]) -> tuple[int, int]:
    """互相关输出的（高，宽）；卷积核在任一方向上大于输入时抛出 ValueError。

    The (height, width) of the output; ValueError if the kernel is larger than the input in either direction.

    input_shape (n_h, n_w), kernel_shape (k_h, k_w) -> (int, int)
    课文：「图像卷积 · 互相关运算」 / Lesson: Convolutions for images, cross-correlation
    """
    pass


class Conv2D(nn.Module):
    """二维卷积层：对输入做互相关运算，再加上标量偏置。

    The two-dimensional convolutional layer: cross-correlation with a weight, plus a scalar bias. Its only
    parameters are `weight`, of shape `kernel_size`, and `bias`, of shape (1,), both `nn.Parameter`.

    课文：「图像卷积 · 互相关运算」 / Lesson: Convolutions for images, cross-correlation
    """

    def __init__(self, kernel_size: tuple[int, int]) -> None:
        """声明 weight 和 bias 两个模型参数。

        Declare the two parameters.

        kernel_size (k_h, k_w)
        """
        pass

    def forward(self, x: Tensor) -> Tensor:
        """前向传播：corr2d(x, weight) + bias。

        The forward pass.

        x (n_h, n_w) -> (n_h - k_h + 1, n_w - k_w + 1)
        """
        pass


def edge_image() -> Tensor:
    """课文中 6×8 的黑白图像：第 2 到第 5 列（从 0 数起）为 0，其余为 1。

    The lesson's 6×8 image: ones, with columns 2 to 5 (counted from 0) zero.

    () -> (6, 8)
    课文：「图像卷积 · 互相关运算」 / Lesson: Convolutions for images, edge detection
    """
    pass


def edge_kernel() -> Tensor:
    """一个 (1, 2) 的卷积核：与 edge_image() 做互相关，由白变黑处得 1，由黑变白处得 −1，其余得 0。

    A kernel that gives 1 where `edge_image()` turns from white to black, −1 from black to white, else 0.

    () -> (1, 2)
    课文：「图像卷积 · 互相关运算」 / Lesson: Convolutions for images, edge detection
    """
    pass


def learn_kernel(
    X: Tensor, Y: Tensor, kernel_size: tuple[int, int] = (1, 2), lr: float = 3e-2, num_epochs: int = 10
) -> tuple[Tensor, list[float]]:
    """用梯度下降学习由 X 得到 Y 的卷积核：损失是误差平方的总和，不用偏置，可以使用 nn.Conv2d。

    Learn the kernel that maps X to Y by plain gradient descent on the summed squared error, without a bias;
    `nn.Conv2d` is allowed here. Returns the kernel and the loss before each update.

    X (n_h, n_w), Y (n_h - k_h + 1, n_w - k_w + 1), kernel_size (k_h, k_w) -> (kernel (k_h, k_w), num_epochs losses)
    课文：「图像卷积 · 互相关运算」，学习卷积核 / Lesson: Convolutions for images, learning a kernel
    """
    pass


def receptive_field(kernel_sizes: list[tuple[int, int]]) -> tuple[int, int]:
    """若干卷积层叠起来（步幅 1，无填充），最后一层的一个元素在输入上的感受野的（高，宽）；列表为空时是 (1, 1)。

    The (height, width) of the input region one element of the last output sees; (1, 1) for an empty list.

    kernel_sizes: a list of (k_h, k_w), one per layer -> (int, int)
    课文：「特征映射和感受野」 / Lesson: Feature map and receptive field
    """
    pass


def receptive_field_mask(
    kernel_sizes: list[tuple[int, int]], input_shape: tuple[int, int], position: tuple[int, int]
) -> Tensor:
    """布尔张量：输入中能影响输出元素 position（行，列）的位置为 True，其余为 False。

    A bool tensor: True exactly where the input can change the output element at `position` (row, column).

    kernel_sizes: a list of (k_h, k_w); input_shape (n_h, n_w) -> bool (n_h, n_w)
    课文：「特征映射和感受野」 / Lesson: Feature map and receptive field
    """
    pass
