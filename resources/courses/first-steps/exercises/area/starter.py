def rectangle(width, height):
    return 0
