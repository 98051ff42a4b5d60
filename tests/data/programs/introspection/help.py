def area(width: float, height: float = 1) -> float:
    """The area of a rectangle.

    Both in metres."""
    return width * height


class Shape:
    """Something with an area."""

    sides = 4

    def area(self):
        """Its area."""


help(area)
help(Shape)
help(len)
