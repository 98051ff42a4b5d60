#: input ["a\n", "b\n", "c\n"]
input(5)
input(["list"])
input("line one\nline two: ")
