"""return 缩进得太深，看完第一层就返回了。

The `return` is indented too deep: the function leaves after the first layer.

Check: lesson_example
"""


def receptive_field(kernel_sizes):
    height = width = 1
    for k_h, k_w in kernel_sizes:
        height += k_h - 1
        width += k_w - 1
        return height, width
