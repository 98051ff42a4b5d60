# held by: limits
# as: check
data = []
while True:
    data.append(bytearray(64 << 20))
    if len(data) > 40:
        print("GOT OUT", len(data) * 64)
        break
