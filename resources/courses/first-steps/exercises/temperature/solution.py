def to_fahrenheit(celsius):
    return celsius * 1.8 + 32


def warmest(days):
    return max(days)
