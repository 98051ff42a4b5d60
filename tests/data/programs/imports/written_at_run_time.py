import importlib
import sys

with open("made.py", "w") as file:
    file.write("value = 42\n")
importlib.invalidate_caches()
made = importlib.import_module("made")
print(made.value, "made" in sys.modules)
del sys.modules["made"]
print(__import__("made").value)
