def count(words):
    result = {}
    for word in words:
        result[word] = result[word] + 1
    return result
