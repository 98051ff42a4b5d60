def warmest_day(week):
    best = ""
    highest = 0
    for day in week:
        if week[day] > highest:
            highest = week[day]
            best = day
    return best
