"""只打印，忘了 return。 / Prints the result and forgets to return it."""


def fully_connected(X, W, U):
    H = (W * X).sum((2, 3)) + U
    print(H)
