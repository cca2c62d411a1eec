"""You used the ready-made power; the exercise asks for your own product.

Check: own_work
"""

import numpy as np


def matrix_power(matrix, exponent):
    if exponent < 0:
        raise ValueError("below 0")
    return np.linalg.matrix_power(matrix, exponent)
