def warmest_day(week):
    best = ""
    return best
