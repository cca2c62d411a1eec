"""数被重新排了序。

The numbers are sorted, but their order was to stay.

Check: order_stays
"""


def without_repeats(items):
    return sorted(set(items))
