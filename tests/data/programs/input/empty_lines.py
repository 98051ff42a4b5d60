#: input ["\n", "\n", "x\n", "\n"]
lines = [input() for _ in range(4)]
print(lines)
