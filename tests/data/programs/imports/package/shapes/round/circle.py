from ..square import area as square_area


def area(radius):
    return 3 * square_area(radius)
