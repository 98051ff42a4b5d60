print("Good evening!")
