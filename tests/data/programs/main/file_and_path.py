# Where the program lies, and that its folder is the first to import from.
import os
import sys

here = os.getcwd()
print(os.path.basename(__file__), os.path.isabs(__file__))
print(os.path.dirname(__file__) == here, sys.path[0] == here)
print(open(__file__).read().count("count"))
