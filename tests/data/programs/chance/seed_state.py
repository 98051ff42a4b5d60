#: differs
import random

print(hash(random.getstate()[1]))
