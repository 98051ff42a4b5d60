def seconds(hours, minutes):
    return str(hours * 3600 + minutes * 60)
