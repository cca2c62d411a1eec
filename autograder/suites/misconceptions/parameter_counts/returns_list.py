"""返回列表而不是元组。 / Returns a list, not a tuple."""


def parameter_counts(height, width, delta):
    n = height * width
    return [n**2 + n, (2 * height - 1) * (2 * width - 1) + 1, (2 * delta + 1) ** 2 + 1]
