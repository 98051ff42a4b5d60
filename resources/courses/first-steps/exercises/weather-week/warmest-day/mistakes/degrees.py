def warmest_day(week):
    best = ""
    for day in week:
        if best == "" or week[day] > week[best]:
            best = day
    return week[best]
