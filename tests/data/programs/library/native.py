import array
import ctypes
import ctypes.util

print(ctypes.sizeof(ctypes.c_long), ctypes.CDLL(None).abs(-5), array.array("i", [1, 2]).tobytes())


class Point(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_double)]


print(Point(1, 2.5).y, ctypes.sizeof(Point))
compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda n: n + 1)
print(compare(4))
