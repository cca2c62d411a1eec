"""你把各层的大小直接加了起来；相邻的窗口是重叠的，每一层新增的没有那么多。

You added the sizes up as they are; neighbouring windows overlap, so a layer adds fewer new elements than that.

Check: lesson_example
"""


def receptive_field(kernel_sizes):
    return 1 + sum(k[0] for k in kernel_sizes), 1 + sum(k[1] for k in kernel_sizes)
