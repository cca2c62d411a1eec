"""两个方向都太大时才抛出异常；只要有一个方向放不下，就不行了。

The error comes only when both directions are too large; one that does not fit is enough.

Check: too_high
"""


def output_shape(input_shape, kernel_shape):
    height = input_shape[0] - kernel_shape[0] + 1
    width = input_shape[1] - kernel_shape[1] + 1
    if height < 1 and width < 1:
        raise ValueError("too large")
    return height, width
