"""用集合数一数看到的像素。 / Counts the pixels it sees."""


def receptive_field(kernel_sizes):
    rows, columns = {0}, {0}
    for k_h, k_w in reversed(kernel_sizes):
        rows = {row + a for row in rows for a in range(k_h)}
        columns = {column + b for column in columns for b in range(k_w)}
    return len(rows), len(columns)
