import sys

with sys.stdout as out:
    out.write("inside\n")
sys.stderr.write(str(sys.stdout.closed) + "\n")
