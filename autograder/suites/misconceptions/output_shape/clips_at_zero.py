"""卷积核放不下时，你把大小截成了 0；题目要求这时抛出 ValueError。

Where the kernel does not fit you cut the size to 0; the exercise asks for a ValueError.

Check: too_high
"""


def output_shape(input_shape, kernel_shape):
    return tuple(max(0, n - k + 1) for n, k in zip(input_shape, kernel_shape))
