"""返回像素个数。 / Returns the number of pixels."""


def receptive_field(kernel_sizes):
    return (1 + sum(k[0] - 1 for k in kernel_sizes)) * (1 + sum(k[1] - 1 for k in kernel_sizes))
