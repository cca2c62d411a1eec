"""后两种层的偏置没有数；共享之后偏置变少了，但并不是没有了。

The biases of the last two layers are missing; sharing leaves fewer of them, but not none.

Check: shared
"""


def parameter_counts(height, width, delta):
    n = height * width
    return n**2 + n, (2 * height - 1) * (2 * width - 1), (2 * delta + 1) ** 2
