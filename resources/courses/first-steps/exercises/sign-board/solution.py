shop = "Bakery"
line = "*" * len(shop)
print(line)
print(shop.upper())
print(line)
