"""赋值给名字的 lambda。 / A lambda assigned to the name."""


def positions(n, k):
    if k > n:
        raise ValueError(f"{k} > {n}")
    return n - k + 1


output_shape = lambda image, kernel: (positions(image[0], kernel[0]), positions(image[1], kernel[1]))
