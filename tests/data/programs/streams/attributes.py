import io
import sys

for stream in (sys.stdout, sys.stderr):
    print(stream.name, stream.mode, stream.encoding, stream.errors, stream.newlines, stream.closed, stream.fileno())
    print(stream.isatty(), stream.readable(), stream.writable(), stream.seekable(), stream.write_through)
    print(isinstance(stream, io.TextIOBase), isinstance(stream, io.TextIOWrapper), type(stream).__name__, repr(stream))
    print(type(stream.buffer).__name__, stream.buffer.name, stream.buffer.raw.name, stream.buffer.mode)
print(sys.stdout is sys.__stdout__, sys.stderr is sys.__stderr__)
