def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


g = numbers()
print(next(g))
kept = numbers()
next(kept)
del g
print("end")
