def medal(points):
    if points < 0:
        raise ValueError("points can not be negative")
    if points >= 90:
        return "gold"
    if points >= 70:
        return "silver"
    return "none"
