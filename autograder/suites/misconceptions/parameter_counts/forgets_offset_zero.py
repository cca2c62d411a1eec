"""局部范围里漏掉了零偏移：从 −Δ 数到 Δ，中间还有一个 0。

The offset zero is missing in the local layer: counting from −Δ to Δ you pass 0 as well.

Check: local
"""


def parameter_counts(height, width, delta):
    n = height * width
    return n**2 + n, (2 * height - 1) * (2 * width - 1) + 1, (2 * delta) ** 2 + 1
