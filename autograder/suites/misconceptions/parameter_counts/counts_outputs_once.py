"""全连接层的权重数成了像素的个数；每个输出都与每个像素相连，数一数一共有多少对。

You counted one weight per pixel for the fully connected layer; every output is connected to every pixel: count the pairs.

Check: fully_connected
"""


def parameter_counts(height, width, delta):
    n = height * width
    return n + n, (2 * height - 1) * (2 * width - 1) + 1, (2 * delta + 1) ** 2 + 1
