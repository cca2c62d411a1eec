"""squeeze 把长度为 1 的维度也去掉了：只有一行或一列的图像，输出的形状就变了。

`squeeze` drops every dimension of length one, so an image of one row or one column loses its shape.

Check: thin_images
"""


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = U.clone()
    for i in range(h):
        for j in range(w):
            H[i, j] += (V[i, j, h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j] * X).sum()
    return H.squeeze()
