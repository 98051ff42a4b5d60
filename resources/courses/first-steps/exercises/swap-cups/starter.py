left = "tea"
right = "cocoa"
# your lines

print(left, right)
