"""三个数的顺序反了；题目要的顺序是全连接、平移不变、局部。

The three counts come in reverse; the order asked for is fully connected, translation invariant, local.

Check: fully_connected
"""


def parameter_counts(height, width, delta):
    n = height * width
    return (2 * delta + 1) ** 2 + 1, (2 * height - 1) * (2 * width - 1) + 1, n**2 + n
