age = str(input())
print(age + 1)
