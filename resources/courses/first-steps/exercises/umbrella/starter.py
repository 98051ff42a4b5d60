weather = input()
