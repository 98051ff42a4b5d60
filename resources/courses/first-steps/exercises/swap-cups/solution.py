left = "tea"
right = "cocoa"
spare = left
left = right
right = spare
print(left, right)
