words = []
for i in range(3):
    words.append(input())
print(words[-1])
print(len(words[-1]))
