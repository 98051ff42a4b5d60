#: input ["first\n", "second\n", "third\n", "fourth\n"]
import sys

print(input())
print(repr(sys.stdin.readline()))
print([line for line in sys.stdin])
try:
    input()
except EOFError as error:
    print("end:", error)
