"""递归。 / By recursion."""

def receptive_field(kernel_sizes):
    if not kernel_sizes:
        return (1, 1)
    h, w = receptive_field(kernel_sizes[:-1])
    return (h + kernel_sizes[-1][0] - 1, w + kernel_sizes[-1][1] - 1)
