age = int(input())
print(age)
