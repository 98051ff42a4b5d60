import io
import sys

kept = io.StringIO()
sys.stdout = kept
print("kept")
sys.stdout = sys.__stdout__
print(repr(kept.getvalue()))


class Tee:
    def __init__(self, *streams):
        self.streams = streams

    def write(self, text):
        for stream in self.streams:
            stream.write(text)

    def flush(self):
        pass


sys.stdout = Tee(sys.__stdout__, kept)
print("both")
sys.stdout = sys.__stdout__
print(repr(kept.getvalue()))
