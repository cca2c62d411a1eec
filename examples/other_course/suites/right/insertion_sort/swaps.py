def insertion_sort(items, key=None):
    result = list(items)
    value = key or (lambda one: one)
    for i in range(1, len(result)):
        j = i
        while j and value(result[j]) < value(result[j - 1]):
            result[j - 1], result[j] = result[j], result[j - 1]
            j -= 1
    return result
