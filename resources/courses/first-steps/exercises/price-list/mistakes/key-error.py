prices = {"tea": 2, "cake": 4, "juice": 3}
print(prices[input()])
