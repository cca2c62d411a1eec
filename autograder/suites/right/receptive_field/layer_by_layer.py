"""一层一层扩大。 / Grows layer by layer."""


def receptive_field(kernel_sizes):
    height = width = 1
    for k_h, k_w in kernel_sizes:
        height += k_h - 1
        width += k_w - 1
    return height, width
