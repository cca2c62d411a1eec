"""For an exponent below 0 you returned a power of the inverse; it has to be refused with `ValueError`.

Check: below_zero
"""

import numpy as np


def matrix_power(matrix, exponent):
    if exponent < 0:
        matrix, exponent = np.linalg.inv(matrix), -exponent
    result = np.eye(len(matrix), dtype=matrix.dtype)
    for _ in range(exponent):
        result = result @ matrix
    return result
