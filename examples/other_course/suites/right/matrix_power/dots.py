import numpy as np


def matrix_power(matrix, exponent):
    if exponent < 0:
        raise ValueError(exponent)
    power = np.eye(matrix.shape[0])
    for _ in range(exponent):
        power = np.dot(matrix, power)
    return power
