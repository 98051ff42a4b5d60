# A recursion goes as deep here as there.
import sys

deepest = 0


def down():
    global deepest
    deepest += 1
    down()


try:
    down()
except RecursionError as error:
    print(error)
print(deepest)
