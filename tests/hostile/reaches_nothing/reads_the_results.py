"""Lists the results of the run so far."""

import os


def reached(X, K):
    return os.listdir(OUT)


def corr2d(X, K):
    return own(X, K) if reached(X, K) else X
