first = input()
second = input()
print("Same day:", first == second)
