"""你返回的是输入的形状；那需要填充，而这里没有填充，输出会变小。

You return the shape of the input; that takes padding, and there is none here, so the output shrinks.

Check: lesson_example
"""


def output_shape(input_shape, kernel_shape):
    if kernel_shape[0] > input_shape[0] or kernel_shape[1] > input_shape[1]:
        raise ValueError("kernel too large")
    return input_shape
