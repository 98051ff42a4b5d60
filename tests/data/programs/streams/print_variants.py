import sys

print()
print(1, "a", None, [1.5], sep="-", end="!\n")
print("no newline", end="")
print("", "flushed", flush=True)
print("to stderr", file=sys.stderr)
print("to the default", file=None)
print(*range(5), sep="\n")
