"""展平图像时先作了转置，像素的顺序就与 W 后两个下标的顺序对不上了。

The image was transposed before it was flattened, so its pixels no longer come in the order of W's last two indices.

Check: weighted_sum
"""


def fully_connected(X, W, U):
    n = X.numel()
    return (W.reshape(n, n) @ X.T.reshape(n)).reshape(X.shape) + U
