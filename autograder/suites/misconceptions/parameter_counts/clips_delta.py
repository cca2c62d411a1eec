"""Δ 超出图像时你把它截短了；卷积核的参数个数只由 Δ 决定，与图像的大小无关。

Where Δ exceeds the image you cut it short; how many parameters a kernel has follows from Δ alone, not from the image.

Check: local
"""


def parameter_counts(height, width, delta):
    n = height * width
    shared = (2 * height - 1) * (2 * width - 1) + 1
    local = min(2 * delta + 1, 2 * height - 1) * min(2 * delta + 1, 2 * width - 1) + 1
    return n**2 + n, shared, local
