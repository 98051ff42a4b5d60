# Numbers hash the same in each run.
print(hash(1), hash(-1), hash(2**61), hash(1.5), hash((1, 2, 3)), hash(True), hash(frozenset({1, 2})))
print(list({3: 0, 1: 0, 2: 0}), {30, 1, 20})
