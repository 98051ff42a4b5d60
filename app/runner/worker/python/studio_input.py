"""Standard input that tells the host before it waits, at the lowest level: all the streams above it are Python's own."""

import io
import os
import select
import sys


class AskingRaw(io.RawIOBase):
    """Descriptor 0. Asks when nothing lies there to be read, whoever reads: input(), iteration, or the bytes below."""

    name = "<stdin>"

    def __init__(self, ask):
        super().__init__()
        self._ask = ask

    def readable(self):
        return True

    def fileno(self):
        return 0

    def isatty(self):
        return os.isatty(0)

    def readinto(self, buffer):
        if not select.select([0], [], [], 0)[0]:
            self._ask()
        data = os.read(0, len(buffer))
        buffer[: len(data)] = data
        return len(data)


def install(ask):
    """Puts such a stream in sys.stdin's place."""
    like = sys.stdin
    stream = io.TextIOWrapper(io.BufferedReader(AskingRaw(ask)), encoding=like.encoding, errors=like.errors)
    stream.mode = "r"
    sys.stdin = sys.__stdin__ = stream
