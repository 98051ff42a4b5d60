def fail(text):
    raise ValueError(text)


errors = []
for text in ("one", "two"):
    try:
        fail(text)
    except ValueError as error:
        errors.append(error)
raise ExceptionGroup("several", [*errors, ExceptionGroup("inner", [TypeError("three")])])
