"""从全连接层到卷积：重新索引、平移不变性、局部性。

From fully connected layers to convolutions: re-indexing, translation invariance, locality.
"""

from __future__ import annotations

import torch
from torch import Tensor


def fully_connected(X: Tensor, W: Tensor, U: Tensor) -> Tensor:
    """计算全连接层：H[i, j] = U[i, j] + Σ_k Σ_l W[i, j, k, l] X[k, l]。

    The fully connected layer, its weight a fourth-order tensor: H[i, j] = U[i, j] + Σ_k Σ_l W[i, j, k, l] X[k, l].

    X (h, w), W (h, w, h, w), U (h, w) -> H (h, w)
    课文：“从全连接层到卷积 · 把全连接层写成四阶张量”
    Lesson: “From fully connected layers to convolutions · The fully connected layer as a fourth-order tensor”
    """
    ### BEGIN SOLUTION
    return U + torch.einsum("ijkl,kl->ij", W, X)
    ### END SOLUTION


def reindex(W: Tensor) -> Tensor:
    """把权重 W 重新索引为 V：V[i, j, a+h-1, b+w-1] = W[i, j, i+a, j+b]，(i+a, j+b) 落在图像之外时为 0。

    Re-index W as V: V[i, j, a+h-1, b+w-1] = W[i, j, i+a, j+b], and 0 where (i+a, j+b) is outside the image.

    W (h, w, h, w) -> V (h, w, 2h-1, 2w-1)
    偏移量 a 从 -(h-1) 到 h-1，b 从 -(w-1) 到 w-1。
    The offset a runs from -(h-1) to h-1, and b from -(w-1) to w-1.
    课文：“从全连接层到卷积 · 重新索引：从 W 到 V”
    Lesson: “From fully connected layers to convolutions · Re-indexing: from W to V”
    """
    ### BEGIN SOLUTION
    h, w = W.shape[:2]
    V = W.new_zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            V[i, j, h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j] = W[i, j]
    return V
    ### END SOLUTION


def fully_connected_by_offset(X: Tensor, V: Tensor, U: Tensor) -> Tensor:
    """用偏移量计算全连接层：H[i, j] = U[i, j] + Σ_a Σ_b V[i, j, a, b] X[i+a, j+b]。

    The fully connected layer by offsets: H[i, j] = U[i, j] + Σ_a Σ_b V[i, j, a, b] X[i+a, j+b].

    X (h, w), V (h, w, 2h-1, 2w-1), U (h, w) -> H (h, w)
    V 由 reindex 得到：偏移量 (a, b) 存放在下标 (a+h-1, b+w-1) 处，指向图像之外的元素都是 0。
    V is what reindex returns: the offset (a, b) is stored at index (a+h-1, b+w-1), and V is 0 where it points
    outside the image.
    课文：“从全连接层到卷积 · 重新索引：从 W 到 V”
    Lesson: “From fully connected layers to convolutions · Re-indexing: from W to V”
    """
    ### BEGIN SOLUTION
    h, w = X.shape
    padded = torch.nn.functional.pad(X, (w - 1, w - 1, h - 1, h - 1))
    windows = padded.unfold(0, 2 * h - 1, 1).unfold(1, 2 * w - 1, 1)
    return U + (V * windows).sum(dim=(2, 3))
    ### END SOLUTION


def translation_invariant(X: Tensor, V: Tensor, u: float) -> Tensor:
    """所有位置共享 V 和 u：H[i, j] = u + Σ_a Σ_b V[a, b] X[i+a, j+b]，图像之外的像素当作 0。

    One V and one u for every position: H[i, j] = u + Σ_a Σ_b V[a, b] X[i+a, j+b]; pixels outside the image
    count as 0.

    X (h, w), V (2h-1, 2w-1), u 是一个数（int 或 float） -> H (h, w)
    X (h, w), V (2h-1, 2w-1), u a number (int or float) -> H (h, w)
    偏移量 (a, b) 存放在 V 的下标 (a+h-1, b+w-1) 处。不可调用现成的卷积。
    The offset (a, b) is stored at index (a+h-1, b+w-1) of V. No ready-made convolution.
    课文：“从全连接层到卷积 · 第一条原则：平移不变性”
    Lesson: “From fully connected layers to convolutions · The first principle: translation invariance”
    """
    ### BEGIN SOLUTION
    h, w = X.shape
    return fully_connected_by_offset(X, V.expand(h, w, -1, -1), torch.full_like(X, u))
    ### END SOLUTION


def convolutional_layer(X: Tensor, V: Tensor, u: float) -> Tensor:
    """只看局部：H[i, j] = u + Σ_{a=-Δ..Δ} Σ_{b=-Δ..Δ} V[a, b] X[i+a, j+b]，图像之外的像素当作 0。

    Look only nearby: H[i, j] = u + Σ_{a=-Δ..Δ} Σ_{b=-Δ..Δ} V[a, b] X[i+a, j+b]; pixels outside the image
    count as 0.

    X (h, w), V (2Δ+1, 2Δ+1), u 是一个数（int 或 float） -> H (h, w)
    X (h, w), V (2Δ+1, 2Δ+1), u a number (int or float) -> H (h, w)
    偏移量 (a, b) 存放在 V 的下标 (a+Δ, b+Δ) 处；Δ 由 V 的形状得出，可以是 0，也可以超出图像。不可调用现成的卷积。
    The offset (a, b) is stored at index (a+Δ, b+Δ) of V; Δ follows from the shape of V, may be 0, and may exceed
    the image. No ready-made convolution.
    课文：“从全连接层到卷积 · 第二条原则：局部性”
    Lesson: “From fully connected layers to convolutions · The second principle: locality”
    """
    ### BEGIN SOLUTION
    size = len(V)
    padded = torch.nn.functional.pad(X, (size // 2,) * 4)
    windows = padded.unfold(0, size, 1).unfold(1, size, 1)
    return u + (V * windows).sum(dim=(2, 3))
    ### END SOLUTION


def parameter_counts(height: int, width: int, delta: int) -> tuple[int, int, int]:
    """返回三种层的参数个数（包括偏置）：全连接层、平移不变的层、局部的卷积层。

    Count the parameters of the three layers, biases included: fully connected, translation invariant, local.

    图像的高和宽、局部范围 Δ（都是 int）-> 三个 int 的元组
    height and width of the image and the Δ of locality (ints) -> a tuple of three ints
    图像有 1.2 亿像素时也要精确。
    Exact for an image of 120 megapixels too.
    课文：“从全连接层到卷积 · 省下了多少参数”
    Lesson: “From fully connected layers to convolutions · How many parameters are saved”
    """
    ### BEGIN SOLUTION
    pixels = height * width
    fully_connected_layer = pixels**2 + pixels
    shared = (2 * height - 1) * (2 * width - 1) + 1
    local = (2 * delta + 1) ** 2 + 1
    return fully_connected_layer, shared, local
    ### END SOLUTION
