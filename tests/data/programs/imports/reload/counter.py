print("executed")
count = 0
