import sys

print("130 of its own")
sys.exit(130)
