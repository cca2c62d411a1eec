"""You sorted the list that was given; return a new one and leave that as it is.

Check: new_list
"""


def insertion_sort(items, key=None):
    order = key or (lambda item: item)
    for i in range(1, len(items)):
        j = i
        while j > 0 and order(items[j]) < order(items[j - 1]):
            items[j - 1], items[j] = items[j], items[j - 1]
            j -= 1
    return items
