word = input()
while word != "sesame":
    word = word
print("Open!")
