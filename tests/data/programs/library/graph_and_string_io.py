import graphlib
import io

print(list(graphlib.TopologicalSorter({"d": {"b"}, "b": {"a"}}).static_order()))
stream = io.StringIO("a\nb\n")
print(stream.readline(), list(stream), io.BytesIO(b"xyz").read(2))
