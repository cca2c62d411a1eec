"""先检查再计算。 / Checks first."""

def output_shape(input_shape, kernel_shape):
    if any(k > n for n, k in zip(input_shape, kernel_shape)):
        raise ValueError
    return tuple(n - k + 1 for n, k in zip(input_shape, kernel_shape))
