def insertion_sort(items, key=None):
    def order(item):
        return item if key is None else key(item)

    done = []
    for item in items:
        place = next((i for i, other in enumerate(done) if order(other) > order(item)), len(done))
        done = done[:place] + [item] + done[place:]
    return done
