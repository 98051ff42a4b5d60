import sys

sys.stdout.reconfigure(encoding="latin-1", errors="replace")
print("x €", sys.stdout.encoding, sys.stdout.errors)
sys.stdout.reconfigure(encoding="utf-8", errors="strict", newline="\r\n")
print("two")
sys.stdout.reconfigure(line_buffering=False, newline="\n")
print(sys.stdout.line_buffering)
