#: input ["héllo 😀 日本\n"]
text = input("què? ")
print(text, len(text), text[::-1])
