import os

print("one", flush=True)
with open(1, "w", closefd=False) as stream:
    stream.write("two\n")
with os.fdopen(os.dup(1), "w") as stream:
    print("three", file=stream)
print("four")
