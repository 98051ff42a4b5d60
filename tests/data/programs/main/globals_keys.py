# The names a program starts with, in their order.
print(list(globals()))
print(globals() is locals(), dir() == sorted(globals()))
