def to_fahrenheit(celsius):
    return (celsius + 32) * 1.8


def warmest(days):
    return max(days)
