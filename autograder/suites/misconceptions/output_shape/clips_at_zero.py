"""截断为零而不报错。 / Clips at zero instead of raising."""

def output_shape(input_shape, kernel_shape):
    return tuple(max(0, n - k + 1) for n, k in zip(input_shape, kernel_shape))
