first = input()
second = input()
first = second
print("Same day:", first == second)
