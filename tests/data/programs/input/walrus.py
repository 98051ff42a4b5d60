#: input ["a\n", "b\n", "stop\n", "c\n"]
while (line := input("> ")) != "stop":
    print("got", line)
