counter = 1
try:
    try:
        print(countr)
    except NameError as error:
        "text".uper()
except AttributeError as error:
    raise ExceptionGroup("several", [ValueError(1), NameError("made by hand", name="countre")]) from error
