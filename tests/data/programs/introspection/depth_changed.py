import sys


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


for limit in (100, 5000):
    sys.setrecursionlimit(limit)
    print(sys.getrecursionlimit(), down(limit - 20))
    try:
        down(limit)
    except RecursionError:
        print("too deep")
try:
    sys.setrecursionlimit(1)
except RecursionError as error:
    print(error)
