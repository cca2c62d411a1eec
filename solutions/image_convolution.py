"""图像卷积：互相关运算、二维卷积层、边缘检测、学习卷积核、感受野。

Convolutions for images: cross-correlation, the convolutional layer, edges, learning a kernel, the receptive field.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn


def corr2d(X: Tensor, K: Tensor) -> Tensor:
    """计算输入 X 与卷积核 K 的二维互相关运算。

    The two-dimensional cross-correlation of the input X and the kernel K.

    X (n_h, n_w), K (k_h, k_w) -> (n_h - k_h + 1, n_w - k_w + 1)
    结果对 X 和 K 可导；不可调用现成的卷积。
    The result is differentiable in X and K; no ready-made convolution.
    课文：“图像卷积 · 互相关运算”
    Lesson: “Convolutions for images · The cross-correlation operation”
    """
    ### BEGIN SOLUTION
    h, w = K.shape
    Y = X.new_zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
    ### END SOLUTION


def output_shape(input_shape: tuple[int, int], kernel_shape: tuple[int, int]) -> tuple[int, int]:
    """计算互相关运算输出的形状。

    The shape of the output of a cross-correlation.

    input_shape (n_h, n_w), kernel_shape (k_h, k_w) -> 两个整数的元组
    input_shape (n_h, n_w), kernel_shape (k_h, k_w) -> a tuple of two ints
    卷积核在任一方向上比输入大时，抛出 ValueError。
    Raises ValueError when the kernel is larger than the input in either direction.
    课文：“图像卷积 · 输出有多大”
    Lesson: “Convolutions for images · The size of the output”
    """
    ### BEGIN SOLUTION
    height, width = (n - k + 1 for n, k in zip(input_shape, kernel_shape, strict=True))
    if height < 1 or width < 1:
        raise ValueError(f"a kernel of {kernel_shape} does not fit into an input of {input_shape}")
    return height, width
    ### END SOLUTION


class Conv2D(nn.Module):
    """二维卷积层：互相关运算，再加上标量偏置。

    The two-dimensional convolutional layer: a cross-correlation plus a scalar bias.

    两个参数（nn.Parameter）：weight，形状为 kernel_size；bias，形状为 (1,)。梯度要能传到这两个参数。
    Two parameters (nn.Parameter): weight, of shape kernel_size, and bias, of shape (1,); gradients reach both.
    课文：“图像卷积 · 卷积层”
    Lesson: “Convolutions for images · The convolutional layer”
    """

    def __init__(self, kernel_size: tuple[int, int]) -> None:
        """声明 weight 和 bias 两个模型参数；初始值不限。

        Declare the two parameters weight and bias; their initial values are free.

        kernel_size: (k_h, k_w)
        """
        ### BEGIN SOLUTION
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))
        ### END SOLUTION

    def forward(self, x: Tensor) -> Tensor:
        """对 x 和 weight 做互相关运算，再加上 bias。

        Cross-correlate x and weight, then add bias.

        x (n_h, n_w) -> (n_h - k_h + 1, n_w - k_w + 1)
        """
        ### BEGIN SOLUTION
        return corr2d(x, self.weight) + self.bias
        ### END SOLUTION


def edge_image() -> Tensor:
    """构造课文中 6×8 的黑白图像：白色为 1，第 2 到第 5 列（从 0 数起）是黑色，为 0。

    Build the lesson's black-and-white image of 6×8: white is 1; columns 2 to 5 (counted from 0) are black, 0.

    -> (6, 8)
    课文：“图像卷积 · 检测图像中的边缘”
    Lesson: “Convolutions for images · Detecting edges in an image”
    """
    ### BEGIN SOLUTION
    X = torch.ones(6, 8)
    X[:, 2:6] = 0
    return X
    ### END SOLUTION


def edge_kernel() -> Tensor:
    """设计边缘检测的卷积核 K：corr2d(edge_image(), K) 在由白变黑处为 1，由黑变白处为 -1，其余为 0。

    Design a kernel K that detects edges: corr2d(edge_image(), K) is 1 where white turns to black, -1 where black
    turns to white, and 0 elsewhere.

    -> (1, 2)
    课文：“图像卷积 · 检测图像中的边缘”
    Lesson: “Convolutions for images · Detecting edges in an image”
    """
    ### BEGIN SOLUTION
    return torch.tensor([[1.0, -1.0]])
    ### END SOLUTION


def learn_kernel(
    X: Tensor, Y: Tensor, kernel_size: tuple[int, int] = (1, 2), lr: float = 3e-2, num_epochs: int = 10
) -> tuple[Tensor, list[float]]:
    """用普通的梯度下降学习由 X 生成 Y 的卷积核：损失是平方误差之和，没有偏置。

    Learn the kernel that maps X to Y by plain gradient descent on the summed squared error, without a bias.

    X (h, w), Y (h - k_h + 1, w - k_w + 1) -> (kernel, losses)
    kernel: 学到的卷积核，形状为 kernel_size
    kernel: the learned kernel, of shape kernel_size
    losses: 每次更新之前的损失，共 num_epochs 个（float 或单元素张量）的列表
    losses: a list of the num_epochs losses before each update (floats or one-element tensors)
    可以使用 nn.Conv2d；卷积核从随机权重学起。
    nn.Conv2d is allowed; the kernel starts from random weights.
    课文：“图像卷积 · 学习卷积核”
    Lesson: “Convolutions for images · Learning a kernel”
    """
    ### BEGIN SOLUTION
    conv2d = nn.Conv2d(1, 1, kernel_size=kernel_size, bias=False, dtype=X.dtype)
    X, Y = X.reshape(1, 1, *X.shape), Y.reshape(1, 1, *Y.shape)
    losses = []
    for _ in range(num_epochs):
        loss = ((conv2d(X) - Y) ** 2).sum()
        conv2d.zero_grad()
        loss.backward()
        assert conv2d.weight.grad is not None
        conv2d.weight.data -= lr * conv2d.weight.grad
        losses.append(loss.item())
    return conv2d.weight.detach().reshape(kernel_size), losses
    ### END SOLUTION


def receptive_field(kernel_sizes: list[tuple[int, int]]) -> tuple[int, int]:
    """计算感受野的大小：最后一层输出的一个元素，能看到输入中多高、多宽的区域。

    The size of the receptive field: the height and width of the input region that one element of the last output sees.

    kernel_sizes: 每层一个 (k_h, k_w) 的列表，步幅为 1，没有填充；可以是空列表，此时为 (1, 1)
    kernel_sizes: a list of (k_h, k_w), one per stacked layer, stride 1, no padding; (1, 1) for an empty list
    -> 两个整数的元组
    -> a tuple of two ints
    课文：“图像卷积 · 特征映射和感受野”
    Lesson: “Convolutions for images · Feature map and receptive field”
    """
    ### BEGIN SOLUTION
    height = 1 + sum(h - 1 for h, _ in kernel_sizes)
    width = 1 + sum(w - 1 for _, w in kernel_sizes)
    return height, width
    ### END SOLUTION


def receptive_field_mask(
    kernel_sizes: list[tuple[int, int]], input_shape: tuple[int, int], position: tuple[int, int]
) -> Tensor:
    """标出感受野：输入中哪些元素可能影响最后一层输出在 position 处的元素。

    Mark the receptive field: which elements of the input can change the element of the last output at `position`.

    input_shape: (n_h, n_w)
    kernel_sizes: 每层一个 (k_h, k_w) 的列表
    kernel_sizes: a list of (k_h, k_w), one per stacked layer
    position: 最后一层输出中的（行，列）
    position: (row, column) in the last output
    -> 形状为 input_shape 的 bool 张量，能影响的元素为 True
    -> a bool tensor of input_shape, True where it can
    课文：“图像卷积 · 特征映射和感受野”
    Lesson: “Convolutions for images · Feature map and receptive field”
    """
    ### BEGIN SOLUTION
    height, width = receptive_field(kernel_sizes)
    row, column = position
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row : row + height, column : column + width] = True
    return mask
    ### END SOLUTION
