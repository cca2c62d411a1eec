"""全连接层只算了一个偏置。 / Counts one bias for the fully connected layer."""


def parameter_counts(height, width, delta):
    return (height * width) ** 2 + 1, (2 * height - 1) * (2 * width - 1) + 1, (2 * delta + 1) ** 2 + 1
