"""高和宽用的是同一个数；卷积核不一定是正方形，两个方向要分别计算。

One number serves for height and width; kernels need not be square, so work the two directions out apart.

Check: one_layer
"""


def receptive_field(kernel_sizes):
    size = 1 + sum(k[0] - 1 for k in kernel_sizes)
    return size, size
