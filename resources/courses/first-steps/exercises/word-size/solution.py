flower = "marigold"
print(flower.upper())
print(len(flower))
