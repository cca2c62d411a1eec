"""You wrote the product into the matrix that was given; leave it as it is.

Check: second_call
"""

import numpy as np


def matrix_power(matrix, exponent):
    if exponent < 0:
        raise ValueError("below 0")
    if exponent == 0:
        return np.eye(len(matrix), dtype=matrix.dtype)
    first = matrix.copy()
    for _ in range(exponent - 1):
        matrix[:] = matrix @ first
    return matrix
