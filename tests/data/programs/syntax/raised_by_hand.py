raise SyntaxError("by hand", ("file.txt", 3, 5, "x = = 1", 3, 6))
