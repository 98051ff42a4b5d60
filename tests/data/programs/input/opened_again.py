#: no dialogue
#: input ["one\n", "two\n"]
with open(0, closefd=False) as stream:
    print(stream.read().split())
