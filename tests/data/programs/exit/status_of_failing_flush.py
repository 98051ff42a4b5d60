# A stdout that can't be written is told, and is status 120.
import os
import sys

os.close(1)
sys.stdout.write("x")
