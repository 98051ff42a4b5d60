apple = 2.40
pear = 3.20
