"""列表为空时取 kernel_sizes[0] 会报错；想一想一层都没有时，一个元素看得见什么。

An empty list has no kernel_sizes[0]; think about what an element sees when there is no layer.

Check: no_layer
"""


def receptive_field(kernel_sizes):
    height, width = kernel_sizes[0]
    for k_h, k_w in kernel_sizes[1:]:
        height += k_h - 1
        width += k_w - 1
    return height, width
