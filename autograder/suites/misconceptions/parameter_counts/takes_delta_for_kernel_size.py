"""把 Δ 当成了卷积核的边长；Δ 是从中心向每一侧伸出的距离。

You took Δ for the side of the kernel; it is how far the kernel reaches from its centre to each side.

Check: local
"""


def parameter_counts(height, width, delta):
    n = height * width
    return n**2 + n, (2 * height - 1) * (2 * width - 1) + 1, delta**2 + 1
