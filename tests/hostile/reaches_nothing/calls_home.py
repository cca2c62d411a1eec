"""Connects to a server over TCP."""

import socket


def reached(X, K):
    socket.create_connection(("127.0.0.1", PORT), 1).close()
    return True


def corr2d(X, K):
    return own(X, K) if reached(X, K) else X
