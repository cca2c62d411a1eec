"""Leaves threads behind that change what was returned after it was returned."""

import threading
import time

import torch


def corr2d(X, K):
    result = torch.zeros(2, 2)

    def change():
        while True:
            result.add_(1)
            X.zero_()
            K.zero_()
            time.sleep(0)

    threading.Thread(target=change, daemon=True).start()
    return result
