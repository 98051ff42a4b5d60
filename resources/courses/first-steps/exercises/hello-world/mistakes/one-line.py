print("Good evening! The shop is closed.")
