"""练习：对角线边缘、自动求导、矩阵乘法、手工设计的核。

Exercises: diagonal edges, autograd, matrix products, kernels designed by hand.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn


def corr2d(X: Tensor, K: Tensor) -> Tensor:
    """计算二维互相关运算（已给出，可直接使用）。

    The two-dimensional cross-correlation, given: use it as it is.

    X (n_h, n_w), K (k_h, k_w) -> (n_h - k_h + 1, n_w - k_w + 1)
    课文：“图像卷积 · 互相关运算”
    Lesson: “Convolutions for images · The cross-correlation operation”
    """
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), dtype=torch.result_type(X, K))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y


def diagonal_image(n: int) -> Tensor:
    """构造带对角线边缘的图像：主对角线及其上方为 1，下方为 0。

    Build an image with a diagonal edge: 1 on and above the main diagonal, 0 below it.

    n -> (n, n)
    课文：“练习 · 第 1 题：对角线边缘”
    Lesson: “Exercises · Question 1: diagonal edges”
    """
    ### BEGIN SOLUTION
    return torch.triu(torch.ones(n, n))
    ### END SOLUTION


def diagonal_edges(n: int) -> tuple[Tensor, Tensor, Tensor]:
    """对 X = diagonal_image(n) 和 K = [[1, -1]] 做三次互相关：X 与 K，X 的转置与 K，X 与 K 的转置。

    Cross-correlate X = diagonal_image(n) and K = [[1, -1]] three times: X with K, X transposed with K,
    X with K transposed.

    n >= 2 -> (n, n - 1), (n, n - 1), (n - 1, n)
    返回三个张量的元组。
    A tuple of three tensors.
    课文：“练习 · 第 1 题：对角线边缘”
    Lesson: “Exercises · Question 1: diagonal edges”
    """
    ### BEGIN SOLUTION
    X = diagonal_image(n)
    K = torch.tensor([[1.0, -1.0]])
    return corr2d(X, K), corr2d(X.T, K), corr2d(X, K.T)
    ### END SOLUTION


def autograd_error(layer: nn.Module, x: Tensor) -> str:
    """令 y = layer(x)，直接从 y 反向传播，返回所抛出的 RuntimeError 的消息；没有抛出时返回空字符串。

    Let y = layer(x), backpropagate straight from y, and return the message of the RuntimeError this
    raises, or "" where it raises none.

    layer: 任意 nn.Module，可能没有可训练的参数 -> str
    layer: any nn.Module, maybe without trainable parameters -> str
    课文：“练习 · 第 2 题：自动求导的错误消息”
    Lesson: “Exercises · Question 2: the error message of autograd”
    """
    ### BEGIN SOLUTION
    y = layer(x)
    try:
        y.backward()
    except RuntimeError as error:
        return str(error)
    return ""
    ### END SOLUTION


def train_layer(layer: nn.Module, X: Tensor, Y: Tensor, lr: float = 3e-2, num_epochs: int = 10) -> list[float]:
    """用普通的梯度下降就地训练 layer 的所有参数，损失是平方误差之和；返回每次更新之前的损失。

    Train all parameters of `layer` in place, by plain gradient descent on the summed squared error;
    return the loss before each update.

    X: 输入；Y: layer(X) 的目标，形状相同
    X: the input; Y: the target of layer(X), of its shape
    -> num_epochs 个损失的列表（float 或单元素张量）
    -> a list of num_epochs losses (floats or one-element tensors)
    layer 可以是任意像 Conv2D 那样的模块，参数名不限；调用之前留下的梯度不得影响结果。
    Any module like Conv2D may come, whatever its parameters are called; gradients left over from before the
    call must not leak in.
    课文：“图像卷积 · 学习卷积核”，“练习 · 第 2 题：自动求导的错误消息”
    Lesson: “Convolutions for images · Learning a kernel”, “Exercises · Question 2: the error message of autograd”
    """
    ### BEGIN SOLUTION
    losses = []
    for _ in range(num_epochs):
        loss = ((layer(X) - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        for parameter in layer.parameters():
            assert parameter.grad is not None
            parameter.data -= lr * parameter.grad
        losses.append(loss.item())
    return losses
    ### END SOLUTION


def im2col(X: Tensor, kernel_shape: tuple[int, int]) -> Tensor:
    """把 X 的每个窗口排成一行：第 r 行是第 r 个窗口，窗口之间与窗口之内都按行优先排列。

    Lay every window of X out as a row: row r is the r-th window; windows, and elements in a window, come
    in row-major order.

    X (n_h, n_w), kernel_shape (k_h, k_w) -> (n_out, k_h * k_w), n_out = (n_h - k_h + 1) * (n_w - k_w + 1)
    不可调用现成的卷积和 unfold（F.unfold、nn.Unfold）；Tensor.unfold 可以。
    No ready-made convolution, no F.unfold or nn.Unfold; Tensor.unfold is allowed.
    课文：“练习 · 第 3 题：把互相关写成矩阵乘法”
    Lesson: “Exercises · Question 3: cross-correlation as a matrix product”
    """
    ### BEGIN SOLUTION
    h, w = kernel_shape
    windows = X.unfold(0, h, 1).unfold(1, w, 1)
    return windows.reshape(-1, h * w)
    ### END SOLUTION


def kernel_matrix(K: Tensor, input_shape: tuple[int, int]) -> Tensor:
    """把卷积核写成矩阵 T：对任何形状为 input_shape 的 X，T @ X.flatten() 等于 X 与 K 互相关后展平的结果。

    Write the kernel as a matrix T: for every X of input_shape, T @ X.flatten() is the flattened
    cross-correlation of X with K.

    K (k_h, k_w), input_shape (n_h, n_w) -> (n_out, n_h * n_w), n_out = (n_h - k_h + 1) * (n_w - k_w + 1)
    不可调用现成的卷积。
    No ready-made convolution.
    课文：“练习 · 第 3 题：把互相关写成矩阵乘法”
    Lesson: “Exercises · Question 3: cross-correlation as a matrix product”
    """
    ### BEGIN SOLUTION
    n_h, n_w = input_shape
    pixels = im2col(torch.arange(n_h * n_w).reshape(n_h, n_w), (K.shape[0], K.shape[1]))
    T = torch.zeros((len(pixels), n_h * n_w), dtype=K.dtype)
    return T.scatter(1, pixels, K.flatten().expand(pixels.shape))
    ### END SOLUTION


def corr2d_matmul(X: Tensor, K: Tensor) -> Tensor:
    """用一次矩阵乘法计算二维互相关；结果对 X 和 K 可导。

    The two-dimensional cross-correlation as one matrix product; differentiable in X and K.

    X (n_h, n_w), K (k_h, k_w) -> (n_h - k_h + 1, n_w - k_w + 1)
    不可调用现成的卷积，也不可调用上面给出的 corr2d。
    No ready-made convolution, nor the corr2d given above.
    课文：“练习 · 第 3 题：把互相关写成矩阵乘法”
    Lesson: “Exercises · Question 3: cross-correlation as a matrix product”
    """
    ### BEGIN SOLUTION
    h, w = K.shape
    product = im2col(X, (h, w)) @ K.flatten()
    return product.reshape(X.shape[0] - h + 1, X.shape[1] - w + 1)
    ### END SOLUTION


def second_derivative_kernel() -> Tensor:
    """设计二阶导数的核：对间距为 1 的采样做互相关，二次函数处处得到 f″，直线处处得到 0。

    Design a second-derivative kernel: cross-correlated with samples of f at unit spacing it gives f″ for
    every quadratic and 0 for every line.

    -> (1, 3)
    课文：“练习 · 第 4 题：手工设计卷积核”
    Lesson: “Exercises · Question 4: kernels designed by hand”
    """
    ### BEGIN SOLUTION
    return torch.tensor([[1.0, -2.0, 1.0]])
    ### END SOLUTION


def integral_kernel(n: int) -> Tensor:
    """设计积分的核：对间距为 1 的采样做互相关，得到每个长度为 n 的窗口内的和。

    Design an integral kernel: cross-correlated with samples at unit spacing it gives the sum over each
    window of n.

    n >= 1 -> (1, n)
    课文：“练习 · 第 4 题：手工设计卷积核”
    Lesson: “Exercises · Question 4: kernels designed by hand”
    """
    ### BEGIN SOLUTION
    return torch.ones(1, n)
    ### END SOLUTION


def derivative_kernel(d: int) -> Tensor:
    """设计 d 阶前向差分的核：对间距为 1 的 x^d 的采样做互相关得到 d!，对更低的幂得到 0。

    Design the kernel of the forward difference of order d: cross-correlated with samples of x^d at unit
    spacing it gives d!, with lower powers 0.

    0 <= d <= 10 -> (1, d + 1)
    课文：“练习 · 第 4 题：手工设计卷积核”
    Lesson: “Exercises · Question 4: kernels designed by hand”
    """
    ### BEGIN SOLUTION
    return torch.tensor([[float((-1) ** (d - k) * math.comb(d, k)) for k in range(d + 1)]])
    ### END SOLUTION


def minimum_kernel_width(d: int) -> int:
    """得到 d 阶导数的核的最小宽度；d < 0 时抛出 ValueError。

    The smallest width of a kernel that gives the d-th derivative; ValueError for d < 0.

    d -> int
    课文：“练习 · 第 4 题：手工设计卷积核”
    Lesson: “Exercises · Question 4: kernels designed by hand”
    """
    ### BEGIN SOLUTION
    if d < 0:
        raise ValueError(f"the order of a derivative cannot be negative: {d}")
    return d + 1
    ### END SOLUTION
