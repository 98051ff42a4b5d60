n = int(input())
while n != 7:
    if n < 7:
        print("too large")
    else:
        print("too small")
    n = int(input())
print("Found!")
