#: input ["a\n", "b\n"]
import sys

print(sys.stdin.readlines())
print(repr(sys.stdin.readline()))
