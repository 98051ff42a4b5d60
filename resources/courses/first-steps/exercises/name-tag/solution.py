guest = "Noor"
print("This seat is for", guest)
