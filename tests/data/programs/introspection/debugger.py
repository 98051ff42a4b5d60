#: input ["p x\n", "n\n", "w\n", "c\n"]
x = 5
breakpoint()
x += 1
print("x is", x)
