x = 5
breakpoint()
print("after")
