#: input ["abc\n", "dé\n"]
import sys

print(sys.stdin.buffer.readline())
print(sys.stdin.buffer.read())
