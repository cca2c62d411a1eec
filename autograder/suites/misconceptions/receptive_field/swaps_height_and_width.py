"""两个数的顺序反了；先是高，后是宽。

The two numbers are exchanged; height comes first, then width.

Check: one_layer
"""


def receptive_field(kernel_sizes):
    height = width = 1
    for k_h, k_w in kernel_sizes:
        height += k_h - 1
        width += k_w - 1
    return width, height
