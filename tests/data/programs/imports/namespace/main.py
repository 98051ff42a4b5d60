import parts.one

print(parts.one.value, type(parts.__path__).__name__, parts.__file__ if hasattr(parts, "__file__") else None)
