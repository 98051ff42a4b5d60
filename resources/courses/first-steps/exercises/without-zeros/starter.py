def show(numbers):
    pass
