import numpy as np


def matrix_power(matrix, exponent):
    if exponent < 0:
        raise ValueError("below 0")
    if exponent == 0:
        return np.identity(matrix.shape[0], dtype=matrix.dtype)
    half = matrix_power(matrix, exponent // 2)
    return half @ half @ matrix if exponent % 2 else half @ half
