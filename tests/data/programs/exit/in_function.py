import sys


def deep(n):
    if n == 0:
        sys.exit(4)
    deep(n - 1)


try:
    deep(50)
finally:
    print("finally")
