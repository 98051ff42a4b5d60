weight = int(input())
if weight <= 2:
    print(4)
if weight <= 10:
    print(7)
else:
    print(15)
