"""d < 0 时当作 0。 / Takes a negative d for 0."""


def minimum_kernel_width(d):
    return max(d, 0) + 1
