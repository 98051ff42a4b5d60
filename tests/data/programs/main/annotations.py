# Annotations of the module.
x: int = 1
y: "list[str]"


def f(a: int, b: str = "") -> bool:
    return bool(a)


print(__annotations__)
print(f.__annotations__)
