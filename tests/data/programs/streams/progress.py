import sys
import time

for percent in range(0, 101, 25):
    sys.stdout.write(f"\r{percent:3}%")
    sys.stdout.flush()
    time.sleep(0.01)
print("\nready")
