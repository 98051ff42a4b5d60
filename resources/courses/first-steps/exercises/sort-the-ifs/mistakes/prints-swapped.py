degrees = 25
if degrees >= 20:
    print("mild")
elif degrees >= 10:
    print("warm")
