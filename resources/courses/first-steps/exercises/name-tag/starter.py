guest = {{BLANK_1}}
print("This seat is for", {{BLANK_2}})
