#: input ["Ada\n", "36\n"]
name = input("Your name: ")
age = int(input("Your age: "))
print(f"{name} will be {age + 1}")
