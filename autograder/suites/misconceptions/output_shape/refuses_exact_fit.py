"""卷积核与输入一样大时，你也抛出了异常；这时它恰好放得下，有一个位置。

You raise an error for a kernel as large as the input; it does fit then, in exactly one place.

Check: as_large_as_image
"""


def output_shape(input_shape, kernel_shape):
    height = input_shape[0] - kernel_shape[0] + 1
    width = input_shape[1] - kernel_shape[1] + 1
    if height < 2 or width < 2:
        raise ValueError("too large")
    return height, width
