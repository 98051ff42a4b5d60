left = "tea"
right = "cocoa"
left = right
right = left
print(left, right)
