import sys

print(sys.stdin.encoding, sys.stdin.errors, sys.stdin.name, sys.stdin.mode, sys.stdin.fileno(), sys.stdin.isatty())
print(sys.stdin.closed, sys.stdin.readable(), sys.stdin.writable(), sys.stdin.line_buffering, sys.stdin.newlines)
print(sys.stdin is sys.__stdin__)
