def count(words):
    result = {}
    for word in words:
        result[word] = 1
    return result
