def second_largest(numbers):
    """Return the second largest value, or None."""
    ordered = sorted(set(numbers))
    if len(ordered) < 2:
        return None
    return ordered[-2]
