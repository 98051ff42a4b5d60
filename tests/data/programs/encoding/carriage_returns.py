x = 1
if x:
    print("carriage returns", """a
b""".encode())
