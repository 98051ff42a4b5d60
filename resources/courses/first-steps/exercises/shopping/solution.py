apple = 2.40
pear = 3.20
print(1.5 * apple + 2 * pear)
