def to_fahrenheit(celsius):
    return celsius * 1.8 + 32


def warmest(days):
    if not days:
        return None
    return max(days)
