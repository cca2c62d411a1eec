"""全连接层也只数了一个偏置；它还没有平移不变性，每个输出都有自己的偏置。

The fully connected layer gets a single bias too; it is not translation invariant, so each output has its own.

Check: fully_connected
"""


def parameter_counts(height, width, delta):
    return (height * width) ** 2 + 1, (2 * height - 1) * (2 * width - 1) + 1, (2 * delta + 1) ** 2 + 1
