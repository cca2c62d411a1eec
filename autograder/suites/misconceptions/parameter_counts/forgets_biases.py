"""只数了权重，没有数偏置；题目要求把偏置也算进去，每种层有几个偏置？

Only the weights are counted. Biases count as well: how many has each of the layers?

Check: fully_connected
"""


def parameter_counts(height, width, delta):
    return (height * width) ** 2, (2 * height - 1) * (2 * width - 1), (2 * delta + 1) ** 2
