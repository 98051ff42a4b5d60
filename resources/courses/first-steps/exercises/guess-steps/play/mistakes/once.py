n = int(input())
if n < 7:
    print("too small")
elif n > 7:
    print("too large")
print("Found!")
