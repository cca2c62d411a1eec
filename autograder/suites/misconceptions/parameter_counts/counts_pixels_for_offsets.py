"""平移不变的层数成了每个像素一个权重；V 是按偏移量编号的，偏移量可正可负，比像素多。

The translation invariant layer got one weight per pixel; V is indexed by offsets, which may be negative, so there are more of them.

Check: shared
"""


def parameter_counts(height, width, delta):
    n = height * width
    return n**2 + n, n + 1, (2 * delta + 1) ** 2 + 1
