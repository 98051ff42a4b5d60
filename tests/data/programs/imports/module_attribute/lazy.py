def __getattr__(name):
    if name == "missing":
        raise AttributeError(f"nothing called {name}")
    return f"made {name}"
