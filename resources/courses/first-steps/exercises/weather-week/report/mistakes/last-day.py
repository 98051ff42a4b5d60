days = ["Mon", "Tue", "Wed", "Thu", "Fri"]
week = {}
for day in days:
    week[day] = int(input())
print("Warmest:", day, "with", week[day], "degrees")
