count = input()
