import atexit

for number in range(3):
    atexit.register(print, "handler", number)


@atexit.register
def decorated():
    print("decorated")


print("main")
