"""返回的是列表；题目要的是元组。

You return a list; the exercise asks for a tuple.

Check: public_image
"""


def parameter_counts(height, width, delta):
    n = height * width
    return [n**2 + n, (2 * height - 1) * (2 * width - 1) + 1, (2 * delta + 1) ** 2 + 1]
