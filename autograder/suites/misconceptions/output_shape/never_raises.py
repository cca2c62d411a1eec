"""卷积核比输入大时没有抛出异常，而是返回了零或负的大小；这种情况要先检查。

A kernel larger than the input raises nothing and gives sizes of zero or less; check for it first.

Check: too_high
"""


def output_shape(input_shape, kernel_shape):
    height = input_shape[0] - kernel_shape[0] + 1
    width = input_shape[1] - kernel_shape[1] + 1
    if height < 1 or width < 1:
        pass
    return height, width
