print("no library's types")
