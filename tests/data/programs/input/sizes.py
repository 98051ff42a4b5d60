#: input ["abcdef\n", "gh\n"]
import sys

print(repr(sys.stdin.read(2)), repr(sys.stdin.readline(3)), repr(sys.stdin.readline()), repr(sys.stdin.read(1)))
