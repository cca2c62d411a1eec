"""列表为空时出错。 / Fails on an empty list."""

def receptive_field(kernel_sizes):
    height, width = kernel_sizes[0]
    for k_h, k_w in kernel_sizes[1:]:
        height += k_h - 1
        width += k_w - 1
    return height, width
