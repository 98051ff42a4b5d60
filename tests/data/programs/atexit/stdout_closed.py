import atexit
import sys

atexit.register(lambda: sys.stderr.write("handler\n"))
sys.stdout.close()
