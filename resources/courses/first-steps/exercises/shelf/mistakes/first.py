words = []
for i in range(3):
    words.append(input())
print(words[0])
print(len(words))
