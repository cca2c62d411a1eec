"""平移不变之后仍然每个像素一个偏置。 / Keeps one bias for each pixel after sharing."""


def parameter_counts(height, width, delta):
    n = height * width
    return n**2 + n, (2 * height - 1) * (2 * width - 1) + n, (2 * delta + 1) ** 2 + n
