degrees = 25
if degrees >= 10:
    print("mild")
elif degrees >= 20:
    print("warm")
