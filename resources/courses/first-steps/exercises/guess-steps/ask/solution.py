word = input()
while word != "sesame":
    word = input()
print("Open!")
