"""返回的是列表；题目要的是元组。

You return a list; the exercise asks for a tuple.

Check: lesson_example
"""


def output_shape(input_shape, kernel_shape):
    height = input_shape[0] - kernel_shape[0] + 1
    width = input_shape[1] - kernel_shape[1] + 1
    if height < 1 or width < 1:
        raise ValueError("too large")
    return [height, width]
