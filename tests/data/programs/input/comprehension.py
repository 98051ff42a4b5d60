#: input ["3\n", "5 6\n", "7 8\n", "9 10\n"]
import sys

rows = [list(map(int, input().split())) for _ in range(int(input()))]
print(rows, sum(map(sum, rows)), repr(sys.stdin.read()))
