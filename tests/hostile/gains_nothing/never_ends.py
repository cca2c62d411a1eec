"""Swallows every exception and never ends."""


def corr2d(X, K):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
