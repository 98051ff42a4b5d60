#: input ["1\n", "2\n", "3\n"]
total = 0
try:
    while True:
        total += int(input())
except EOFError:
    print("total", total)
