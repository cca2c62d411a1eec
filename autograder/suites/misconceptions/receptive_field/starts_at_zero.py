"""从 0 开始。 / Starts at zero."""

def receptive_field(kernel_sizes):
    height = width = 0
    for k_h, k_w in kernel_sizes:
        height += k_h - 1
        width += k_w - 1
    return height, width
