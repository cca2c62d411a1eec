"""形如 [d:-d] 的切片在 d = 0 时是空的，因为 -0 就是 0；Δ = 0 时要得到整幅图像。

A slice like [d:-d] is empty for d = 0, because -0 is 0; with Δ = 0 it should be the whole image.

Check: single_weight
"""

import torch


def convolutional_layer(X, V, u):
    h, w = X.shape
    size = V.shape[0]
    d = size // 2
    padded = torch.zeros(h + 2 * d, w + 2 * d)
    padded[d:-d, d:-d] = X
    return u + (padded.unfold(0, size, 1).unfold(1, size, 1) * V).sum((2, 3))
