# The other folders to import from.
import sys

print(sys.path[1:])
print(sys.prefix, sys.base_prefix, sys.exec_prefix, sys.executable)
