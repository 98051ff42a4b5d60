def second_largest(numbers):
    """Return the second largest value, or None."""


print(second_largest([3, 9, 5]))
