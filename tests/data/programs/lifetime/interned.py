import sys

a = "some text"
b = "some text"
print(a is b, 256 is int("256"), sys.intern("x y") is sys.intern("x y"), () is ())
print(sys.getsizeof([]), sys.getsizeof(""), sys.getsizeof({}), sys.getsizeof(10**100))
