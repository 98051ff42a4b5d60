import sys

line = "x" * 99 + "\n"
for _ in range(3000):
    sys.stdout.write(line)
print("y" * 300_000)
