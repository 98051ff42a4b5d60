values = [1, 2 3, foo bar]
