"""两个数的顺序反了；先是高，后是宽。

The two numbers are exchanged; height comes first, then width.

Check: not_square
"""


def output_shape(input_shape, kernel_shape):
    height = input_shape[0] - kernel_shape[0] + 1
    width = input_shape[1] - kernel_shape[1] + 1
    if height < 1 or width < 1:
        raise ValueError("too large")
    return width, height
