"""起点错了：一层都没有时，一个元素看得见它自己。

The start is wrong: with no layer at all an element still sees itself.

Check: lesson_example
"""


def receptive_field(kernel_sizes):
    height = width = 0
    for k_h, k_w in kernel_sizes:
        height += k_h - 1
        width += k_w - 1
    return height, width
