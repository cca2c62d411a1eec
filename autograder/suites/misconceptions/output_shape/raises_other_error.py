"""抛出别的异常。 / Raises another error."""

def output_shape(input_shape, kernel_shape):
    height = input_shape[0] - kernel_shape[0] + 1
    width = input_shape[1] - kernel_shape[1] + 1
    if height < 1 or width < 1:
        raise IndexError("too large")
    return height, width
