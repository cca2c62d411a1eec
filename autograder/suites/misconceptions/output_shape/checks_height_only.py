"""只检查了高，没有检查宽。

Only the height is checked, not the width.

Check: too_wide
"""


def output_shape(input_shape, kernel_shape):
    height = input_shape[0] - kernel_shape[0] + 1
    width = input_shape[1] - kernel_shape[1] + 1
    if height < 1:
        raise ValueError("too large")
    return height, width
