# With a seed they are the same everywhere.
import random

random.seed(42)
print(random.random(), random.randint(1, 100), random.sample(range(50), 5))
mine = random.Random("text")
print(mine.gauss(0, 1), mine.choices("abc", k=5), mine.getrandbits(64))
items = list(range(10))
random.shuffle(items)
print(items)
