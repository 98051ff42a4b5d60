# A byte that was no UTF-8 comes out as it went in.
import sys

text = b"caf\xe9".decode("utf-8", "surrogateescape")
print(ascii(text), len(text))
sys.stdout.write(text + "\n")
sys.stdout.flush()
print("\udcff", file=sys.stderr)
