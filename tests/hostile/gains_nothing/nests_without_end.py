"""Returns lists inside lists, one of which holds itself."""


def corr2d(X, K):
    circle = []
    circle.append([circle] * 1000)
    for _ in range(100_000):
        circle = [circle]
    return circle
