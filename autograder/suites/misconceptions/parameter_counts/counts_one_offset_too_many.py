"""偏移量多算了两个：2h+1。 / Counts 2h+1 offsets instead of 2h-1."""


def parameter_counts(height, width, delta):
    n = height * width
    return n**2 + n, (2 * height + 1) * (2 * width + 1) + 1, (2 * delta + 1) ** 2 + 1
