"""数值都对，但返回的是展平的向量；H 应当与图像 X 同形。

The numbers are right, but they come as a flat vector; H has the shape of the image X.

Check: weighted_sum
"""


def fully_connected(X, W, U):
    n = X.numel()
    return W.reshape(n, n) @ X.flatten() + U.flatten()
