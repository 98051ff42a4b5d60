#: input ["a\nb\n", "c\n"]
import sys

print(repr(sys.stdin.read()))
print(repr(sys.stdin.read()))
