"""返回嵌套列表。 / Returns nested lists."""


def corr2d(X, K):
    h, w = K.shape
    return (X.unfold(0, h, 1).unfold(1, w, 1) * K).sum((2, 3)).tolist()
