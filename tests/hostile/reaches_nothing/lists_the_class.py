"""Lists the folders of the other students."""

import os


def reached(X, K):
    return os.listdir(CLASS)


def corr2d(X, K):
    return own(X, K) if reached(X, K) else X
