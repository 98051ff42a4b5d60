def show(numbers):
    for n in numbers:
        print(n)
