def show(numbers):
    for n in numbers:
        if n != 0:
            print(n)
