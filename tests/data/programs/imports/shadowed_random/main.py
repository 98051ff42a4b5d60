# A file named like a library module, the classic mistake.
import random

print(random.randint(1, 6))
