"""局部的层漏掉了偏移量 0。 / Leaves the offset 0 out of the local layer."""


def parameter_counts(height, width, delta):
    n = height * width
    return n**2 + n, (2 * height - 1) * (2 * width - 1) + 1, (2 * delta) ** 2 + 1
