def seconds(hours, minutes):
    return 0
