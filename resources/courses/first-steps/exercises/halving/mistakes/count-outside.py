n = 40
count = 0
while n >= 3:
    n = n / 2
count = count + 1
print(count)
