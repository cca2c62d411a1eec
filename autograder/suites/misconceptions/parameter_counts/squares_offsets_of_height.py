"""数偏移量时高用了两次，宽没有用到；正方形的图像看不出这个错误。

The offsets are counted with the height twice and the width not at all; a square image does not show it.

Check: shared
"""


def parameter_counts(height, width, delta):
    n = height * width
    return n**2 + n, (2 * height - 1) ** 2 + 1, (2 * delta + 1) ** 2 + 1
