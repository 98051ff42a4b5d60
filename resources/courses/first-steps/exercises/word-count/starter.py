def count(words):
    result = {}
    return result
