"""你把两个方向乘了起来，得到的是元素的个数；题目要的是高和宽两个数。

You multiplied the two directions, which counts elements; the exercise asks for two numbers, height and width.

Check: lesson_example
"""


def output_shape(input_shape, kernel_shape):
    (n_h, n_w), (k_h, k_w) = input_shape, kernel_shape
    if k_h > n_h or k_w > n_w:
        raise ValueError("kernel too large")
    return (n_h - k_h + 1) * (n_w - k_w + 1)
