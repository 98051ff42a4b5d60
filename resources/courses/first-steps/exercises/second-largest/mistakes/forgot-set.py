def second_largest(numbers):
    ordered = sorted(numbers)
    if len(ordered) < 2:
        return None
    return ordered[-2]
