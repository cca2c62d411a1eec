"""偏移量多数了：位置 0 到 h−1 之间的差，最大是多少、最小是多少？

There are too many offsets: what are the largest and the smallest difference of two positions from 0 to h−1?

Check: shared
"""


def parameter_counts(height, width, delta):
    n = height * width
    return n**2 + n, (2 * height + 1) * (2 * width + 1) + 1, (2 * delta + 1) ** 2 + 1
