weather = input()
if weather == "rain":
    print("Take an umbrella")
else:
    print("Leave it at home")
