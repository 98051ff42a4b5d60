import sys

print(sys.stdout.write("héllo\n"), sys.stdout.write(""), sys.stderr.write("err\n"), sys.stdout.buffer.write(b""))
print(sys.stdout.flush(), sys.stdout.writelines(["a", "b\n"]))
