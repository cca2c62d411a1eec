"""用 pop 把输入的列表取空了。 / Empties the list it is given."""


def receptive_field(kernel_sizes):
    height = width = 1
    while kernel_sizes:
        k_h, k_w = kernel_sizes.pop()
        height += k_h - 1
        width += k_w - 1
    return height, width
