import sys

for number in range(3):
    print("out", number)
    print("err", number, file=sys.stderr)
raise SystemExit("bye")
