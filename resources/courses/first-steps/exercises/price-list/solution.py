prices = {"tea": 2, "cake": 4, "juice": 3}
wish = input()
if wish in prices:
    print(prices[wish])
else:
    print("sold out")
