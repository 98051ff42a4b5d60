def total(numbers):
    result = 0
    for number in numbers:
        result = result + number
    return result
