def second_largest(numbers):
    if len(set(numbers)) < 2:
        return None
    return numbers[1]
