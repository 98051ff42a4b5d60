import sys

print("before")
buffer = sys.stdout.detach()
buffer.write(b"through the buffer\n")
buffer.flush()
try:
    print("x")
except ValueError as error:
    print(error, file=sys.stderr)
