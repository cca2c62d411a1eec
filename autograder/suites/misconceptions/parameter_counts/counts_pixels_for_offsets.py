"""把偏移量的个数当成 h·w。 / Counts h·w offsets instead of (2h-1)(2w-1)."""


def parameter_counts(height, width, delta):
    n = height * width
    return n**2 + n, n + 1, (2 * delta + 1) ** 2 + 1
