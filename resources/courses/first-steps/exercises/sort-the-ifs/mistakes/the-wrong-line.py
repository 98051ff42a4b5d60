degrees = 25
if degrees = 20:
    print("warm")
elif degrees >= 10:
    print("mild")
