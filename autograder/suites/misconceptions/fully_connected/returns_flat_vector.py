"""返回展平的向量。 / Returns a flat vector."""


def fully_connected(X, W, U):
    n = X.numel()
    return W.reshape(n, n) @ X.flatten() + U.flatten()
