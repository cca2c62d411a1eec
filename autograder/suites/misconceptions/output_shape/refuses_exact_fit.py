"""一样大也报错。 / Refuses a kernel as large as the image."""

def output_shape(input_shape, kernel_shape):
    height = input_shape[0] - kernel_shape[0] + 1
    width = input_shape[1] - kernel_shape[1] + 1
    if height < 2 or width < 2:
        raise ValueError("too large")
    return height, width
