weight = int(input())
if weight < 2:
    print(4)
elif weight < 10:
    print(7)
else:
    print(15)
