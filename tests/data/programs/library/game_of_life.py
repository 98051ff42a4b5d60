def step(cells):
    near = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                near[x + dx, y + dy] = near.get((x + dx, y + dy), 0) + ((dx, dy) != (0, 0))
    return {at for at, count in near.items() if count == 3 or count == 2 and at in cells}


cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(8):
    cells = step(cells)
print("\n".join("".join("#" if (x, y) in cells else "." for x in range(8)) for y in range(8)))
