"""取的是最大的那一层；感受野由所有的层共同决定。

You took the largest layer; the field is made by all of them together.

Check: lesson_example
"""


def receptive_field(kernel_sizes):
    height = max([h for h, w in kernel_sizes], default=1)
    width = max([w for h, w in kernel_sizes], default=1)
    return height, width
