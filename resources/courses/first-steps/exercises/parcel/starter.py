weight = int(input())
