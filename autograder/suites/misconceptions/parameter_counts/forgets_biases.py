"""三种层都忘了偏置。 / Forgets the biases of all three layers."""


def parameter_counts(height, width, delta):
    return (height * width) ** 2, (2 * height - 1) * (2 * width - 1), (2 * delta + 1) ** 2
