flower = "marigold"
print(flower.{{BLANK_1}}())
print({{BLANK_2}}(flower))
