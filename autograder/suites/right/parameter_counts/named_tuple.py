"""具名元组。 / A named tuple."""

from typing import NamedTuple


class Counts(NamedTuple):
    fully_connected: int
    translation_invariant: int
    local: int


def parameter_counts(height, width, delta):
    pixels = height * width
    return Counts(
        fully_connected=pixels * (pixels + 1),
        translation_invariant=(2 * height - 1) * (2 * width - 1) + 1,
        local=4 * delta * delta + 4 * delta + 2,
    )
