def numbers():
    yield next(iter([]))


print(list(numbers()))
