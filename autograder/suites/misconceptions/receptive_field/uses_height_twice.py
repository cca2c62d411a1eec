"""宽也用了高。 / Uses the height for both."""

def receptive_field(kernel_sizes):
    height = width = 1
    for k_h, k_w in kernel_sizes:
        height += k_h - 1
        width += k_h - 1
    return height, width
