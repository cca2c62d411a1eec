"""只检查了宽，没有检查高。

Only the width is checked, not the height.

Check: too_high
"""


def output_shape(input_shape, kernel_shape):
    height = input_shape[0] - kernel_shape[0] + 1
    width = input_shape[1] - kernel_shape[1] + 1
    if width < 1:
        raise ValueError("too large")
    return height, width
