def level(n):
    try:
        if n:
            level(n - 1)
        else:
            raise KeyError("root")
    except Exception as error:
        raise ValueError(n) from error


level(4)
