"""后两种层忘了偏置 u。 / Forgets the bias u of the last two layers."""


def parameter_counts(height, width, delta):
    n = height * width
    return n**2 + n, (2 * height - 1) * (2 * width - 1), (2 * delta + 1) ** 2
