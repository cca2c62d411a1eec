"""你把各层的大小乘了起来；再看看课文里两层 2×2 的例子，感受野是几乘几。

You multiplied the sizes of the layers; look again at two layers of 2×2 in the lesson and count the field.

Check: lesson_example
"""


def receptive_field(kernel_sizes):
    height = width = 1
    for k_h, k_w in kernel_sizes:
        height *= k_h
        width *= k_w
    return height, width
