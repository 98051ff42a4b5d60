#: input ["a\n"]
input("a", "b")
