def seconds(hours, minutes):
    return (hours + minutes) * 60
