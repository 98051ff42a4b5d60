def fill(*args):
    pass
