shop = "Bakery"
line = "*" * len(shop)
print(line)
print(shop)
print(line)
