"""把各层的大小相加，没有减一。 / Adds the sizes without subtracting one."""


def receptive_field(kernel_sizes):
    return 1 + sum(k[0] for k in kernel_sizes), 1 + sum(k[1] for k in kernel_sizes)
