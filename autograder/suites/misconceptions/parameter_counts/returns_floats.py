"""返回浮点数。 / Returns floats."""


def parameter_counts(height, width, delta):
    n = float(height * width)
    return n**2 + n, (2.0 * height - 1) * (2 * width - 1) + 1, (2.0 * delta + 1) ** 2 + 1
