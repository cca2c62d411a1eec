"""数偏移量的个数。 / Counts the offsets."""


def parameter_counts(height, width, delta):
    def offsets(reach):
        return len(range(-reach, reach + 1))

    fully_connected = sum([pow(height * width, 2), height * width])
    shared = offsets(height - 1) * offsets(width - 1) + 1
    return (fully_connected, shared, offsets(delta) ** 2 + 1)
