with open("t.txt", "w") as file:
    file.write("é\r\nz\n")
    print(file.encoding, file.errors, file.newlines)
print(open("t.txt", "rb").read(), open("t.txt").read().encode(), open("t.txt", newline="").read().encode())
