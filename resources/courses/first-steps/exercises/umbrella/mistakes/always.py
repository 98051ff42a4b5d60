weather = input()
print("Take an umbrella")
