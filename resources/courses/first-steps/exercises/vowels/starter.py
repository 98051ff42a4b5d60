def vowels(word):
    count = 0
    return count
