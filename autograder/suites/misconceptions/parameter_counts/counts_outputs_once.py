"""全连接层的权重只算了 hw 个。 / Counts hw weights for the fully connected layer."""


def parameter_counts(height, width, delta):
    n = height * width
    return n + n, (2 * height - 1) * (2 * width - 1) + 1, (2 * delta + 1) ** 2 + 1
