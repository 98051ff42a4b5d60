# Random numbers are another in each run.
#: differs
import random

print(random.random(), random.randint(1, 10**9), random.choice(range(10**9)))
