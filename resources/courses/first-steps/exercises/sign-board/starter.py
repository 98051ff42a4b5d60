shop = "Bakery"
