"""返回的是元素的个数；题目要的是高和宽两个数。

You return the number of elements; height and width are asked for.

Check: lesson_example
"""


def receptive_field(kernel_sizes):
    return (1 + sum(k[0] - 1 for k in kernel_sizes)) * (1 + sum(k[1] - 1 for k in kernel_sizes))
