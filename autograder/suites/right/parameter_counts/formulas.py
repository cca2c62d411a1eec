"""直接写公式。 / The formulas as they are."""


def parameter_counts(height, width, delta):
    n = height * width
    return n * n + n, (2 * height - 1) * (2 * width - 1) + 1, (2 * delta + 1) ** 2 + 1
