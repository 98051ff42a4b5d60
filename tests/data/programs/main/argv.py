# The arguments, and the program's own name before them.
#: args ["one", "two words", "ü", "", "--flag=1", "-h"]
import sys

print(len(sys.argv), sys.argv)
