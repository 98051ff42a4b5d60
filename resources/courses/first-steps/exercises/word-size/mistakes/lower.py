flower = "marigold"
print(flower.lower())
print(len(flower))
