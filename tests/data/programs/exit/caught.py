import sys

try:
    sys.exit(3)
except SystemExit as leaving:
    print("caught", leaving.code, repr(leaving))
print("goes on")
