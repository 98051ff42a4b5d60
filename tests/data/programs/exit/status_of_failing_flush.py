# A stdout that can't be written is told, and is status 120.
import os
import sys

sys.stdout.write("x")
os.close(1)
