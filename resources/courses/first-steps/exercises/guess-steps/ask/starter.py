word = input()
while word {{BLANK_1}} "sesame":
    word = {{BLANK_2}}
print("Open!")
