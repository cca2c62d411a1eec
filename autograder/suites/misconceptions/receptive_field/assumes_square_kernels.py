"""以为卷积核都是正方形。 / Assumes square kernels."""


def receptive_field(kernel_sizes):
    size = 1 + sum(k[0] - 1 for k in kernel_sizes)
    return size, size
