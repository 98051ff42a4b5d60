# The program went elsewhere; its lines are still found.
import os

os.mkdir("elsewhere")
os.chdir("elsewhere")


def f():
    return [].pop()


f()
