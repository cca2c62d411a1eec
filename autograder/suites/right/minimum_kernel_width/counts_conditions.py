"""数条件的个数：x^0 到 x^d。 / Count the conditions, x^0 to x^d."""


def minimum_kernel_width(d: int) -> int:
    if not 0 <= d:
        raise ValueError(f"derivative order must be >= 0, got {d}")
    return len([power for power in range(d + 1)])
