count = int(input())
total = 0
longest = 0
for number in range(count):
    minutes = int(input())
    total = total + minutes
    if minutes > longest:
        longest = minutes
print(total, "minutes")
print("longest:", longest)
