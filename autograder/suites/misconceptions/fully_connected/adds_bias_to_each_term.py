"""把偏置放进求和号里，加了 h·w 次。 / Puts the bias inside the sum, so it is added h·w times."""


def fully_connected(X, W, U):
    return (W * X + U[:, :, None, None]).sum((2, 3))
