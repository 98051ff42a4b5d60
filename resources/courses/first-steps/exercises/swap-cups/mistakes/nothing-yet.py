left = "tea"
right = "cocoa"
print(left, right)
