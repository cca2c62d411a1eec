"""抛出的异常类型不对；题目要的是 ValueError。

Another kind of error is raised; the exercise asks for a ValueError.

Check: too_high
"""


def output_shape(input_shape, kernel_shape):
    height = input_shape[0] - kernel_shape[0] + 1
    width = input_shape[1] - kernel_shape[1] + 1
    if height < 1 or width < 1:
        raise IndexError("too large")
    return height, width
