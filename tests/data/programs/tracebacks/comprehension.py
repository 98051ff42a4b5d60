rows = [[1, 2], [3], None]
print([sum(x for x in row) for row in rows])
