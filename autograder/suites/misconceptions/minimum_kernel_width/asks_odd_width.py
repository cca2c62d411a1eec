"""只考虑奇数宽度。 / Considers odd widths only."""


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError("d < 0")
    return d + 1 + d % 2
