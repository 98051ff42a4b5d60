def rectangle(width, height):
    print(width * height)


def square(side):
    print(side * side)
