"""squeeze 把长度为 1 的维度也去掉了：只有一行或一列的图像，输出的形状就变了。

`squeeze` drops every dimension of length one, so an image of one row or one column loses its shape.

Check: thin_images
"""


def fully_connected(X, W, U):
    return ((W * X).sum((2, 3)) + U).squeeze()
