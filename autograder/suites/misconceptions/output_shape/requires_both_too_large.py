"""两个方向都太大才报错。 / Raises only if both are too large."""

def output_shape(input_shape, kernel_shape):
    height = input_shape[0] - kernel_shape[0] + 1
    width = input_shape[1] - kernel_shape[1] + 1
    if height < 1 and width < 1:
        raise ValueError("too large")
    return height, width
