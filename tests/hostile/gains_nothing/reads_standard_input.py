"""Waits for somebody to type the answer."""

import sys


def corr2d(X, K):
    return sys.stdin.read() + input()
