n = int(input())
while n != 7:
    if n < 7:
        print("too small")
    else:
        print("too large")
    n = int(input())
print("Found!")
