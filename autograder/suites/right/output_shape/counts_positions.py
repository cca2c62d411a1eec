"""数一数窗口能放的位置。 / Counts where the window fits."""


def output_shape(input_shape, kernel_shape):
    rows = len(range(input_shape[0] - kernel_shape[0] + 1))
    columns = len(range(input_shape[1] - kernel_shape[1] + 1))
    if rows == 0 or columns == 0:
        raise ValueError('no output')
    return rows, columns
