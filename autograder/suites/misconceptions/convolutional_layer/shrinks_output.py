"""没有补零，输出就比图像小了一圈；这一层的输出应当与图像同形，图像之外的像素当作 0。

Without zeros around the image the output shrinks; here it keeps the image's shape, and pixels outside count as zero.

Check: weighted_sum
"""


def convolutional_layer(X, V, u):
    size = V.shape[0]
    return u + (X.unfold(0, size, 1).unfold(1, size, 1) * V).sum((2, 3))
