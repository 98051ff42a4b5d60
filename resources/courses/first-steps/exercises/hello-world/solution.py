print("Good evening!")
print("The shop is closed.")
