"""三个数的次序不对。 / Returns the three counts in another order."""


def parameter_counts(height, width, delta):
    n = height * width
    return (2 * delta + 1) ** 2 + 1, (2 * height - 1) * (2 * width - 1) + 1, n**2 + n
