def to_fahrenheit(celsius):
    return celsius
