def count_word(text, word):
    count = 0
    for one in text.split():
        if one == word:
            count += 1
    return count
