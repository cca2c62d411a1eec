"""空列表时返回 (0, 0)。 / Returns (0, 0) for an empty list."""


def receptive_field(kernel_sizes):
    if len(kernel_sizes) == 0:
        return 0, 0
    return 1 + sum(k[0] - 1 for k in kernel_sizes), 1 + sum(k[1] - 1 for k in kernel_sizes)
