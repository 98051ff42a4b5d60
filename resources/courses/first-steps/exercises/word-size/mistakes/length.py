flower = "marigold"
print(flower.upper())
print(length(flower))
