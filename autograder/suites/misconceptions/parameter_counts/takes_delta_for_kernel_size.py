"""把 Δ 当成核的大小。 / Takes Δ for the size of the kernel."""


def parameter_counts(height, width, delta):
    n = height * width
    return n**2 + n, (2 * height - 1) * (2 * width - 1) + 1, delta**2 + 1
