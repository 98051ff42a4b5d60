#: input ["twelve\n"]
number = int(input("number? "))
