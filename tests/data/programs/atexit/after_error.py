import atexit

atexit.register(print, "handler", sep="-", end="!\n")
print("main")
raise ValueError("no")
