"""输出各少了 1；数一数卷积核从一端移到另一端，一共有几个位置。

Both sizes are one too small; count the places where the kernel can stand between one end and the other.

Check: lesson_example
"""


def output_shape(input_shape, kernel_shape):
    height = input_shape[0] - kernel_shape[0]
    width = input_shape[1] - kernel_shape[1]
    if height < 1 or width < 1:
        raise ValueError("too large")
    return height, width
