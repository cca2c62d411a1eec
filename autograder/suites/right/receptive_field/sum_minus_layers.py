"""总和减去层数，再加一。 / The sum, less the number of layers, plus one."""


def receptive_field(kernel_sizes):
    layers = len(kernel_sizes)
    return tuple(sum(k[axis] for k in kernel_sizes) - layers + 1 for axis in range(2))
