def seconds(hours, minutes):
    return hours * 3600 + minutes * 60
