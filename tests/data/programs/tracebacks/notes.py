try:
    int("twelve")
except ValueError as error:
    error.add_note("while reading the age")
    error.add_note("second\nnote")
    raise
