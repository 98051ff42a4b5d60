print("loading")
1 / 0
