"""返回的是列表；题目要的是元组。

You return a list; the exercise asks for a tuple.

Check: lesson_example
"""


def receptive_field(kernel_sizes):
    height = width = 1
    for k_h, k_w in kernel_sizes:
        height += k_h - 1
        width += k_w - 1
    return [height, width]
