days = ["Mon", "Tue", "Wed", "Thu", "Fri"]
week = {}
for day in days:
    week[day] = int(input())

best = days[0]
for day in days:
    if week[day] >= week[best]:
        best = day
print("Warmest:", best, "with", week[best], "degrees")
