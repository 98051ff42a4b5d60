weather = input()
if weather == "rain":
    print("Take an umbrella")
print("Leave it at home")
