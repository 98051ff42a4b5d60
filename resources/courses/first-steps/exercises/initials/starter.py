def initials(first, last):
    return ""
