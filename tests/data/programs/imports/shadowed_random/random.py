print("this is the file beside the program")
