"""相乘而不是相加。 / Multiplies instead of adding."""

def receptive_field(kernel_sizes):
    height = width = 1
    for k_h, k_w in kernel_sizes:
        height *= k_h
        width *= k_w
    return height, width
