"""只用了高。 / Uses the height alone."""


def parameter_counts(height, width, delta):
    return height**4 + height**2, (2 * height - 1) ** 2 + 1, (2 * delta + 1) ** 2 + 1
