import sys

calls = []
sys.setprofile(lambda frame, event, argument: calls.append((event, getattr(argument, "__name__", None))))
len("x")
abs(-1)
sys.setprofile(None)
print(calls)
