def f():
    raise ValueError("x")


try:
    f()
except ValueError as error:
    kept = error
print("later")
raise kept
