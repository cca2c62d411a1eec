"""Returns bytes that run code when they are unpickled."""

import os
import pickle


class Trap:
    def __reduce__(self):
        return os.system, (f"touch {OUT}/trapped",)


def corr2d(X, K):
    return pickle.dumps(Trap())
