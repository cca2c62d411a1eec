"""用 math.pow 求平方，大图像有舍入误差。 / Squares with math.pow, which rounds for a large image."""

import math


def parameter_counts(height, width, delta):
    n = height * width
    return int(math.pow(n, 2)) + n, (2 * height - 1) * (2 * width - 1) + 1, int(math.pow(2 * delta + 1, 2)) + 1
