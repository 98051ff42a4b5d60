# The loader gives the source back.
import inspect
import sys

print(__loader__.get_source("__main__") == open(__file__).read())
print(inspect.getsource(sys.modules[__name__]).splitlines()[0])
print(inspect.getfile(sys.modules[__name__]) == __file__)
