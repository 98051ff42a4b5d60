"""The doc of the program."""
# What the names hold.
import sys

print(repr(__doc__), __package__, __spec__, __cached__, __annotations__)
print(type(__loader__).__name__, __loader__.name, __loader__.path == __file__)
print(type(__builtins__).__name__, __builtins__.__name__)
print(sys.modules["__main__"].__dict__ is globals())
