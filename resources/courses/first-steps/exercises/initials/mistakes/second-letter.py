def initials(first, last):
    return first[1] + "." + last[1] + "."
