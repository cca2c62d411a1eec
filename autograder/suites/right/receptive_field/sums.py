"""求和公式。 / By sums."""

def receptive_field(kernel_sizes):
    return tuple(1 + sum(size[axis] - 1 for size in kernel_sizes) for axis in (0, 1))
