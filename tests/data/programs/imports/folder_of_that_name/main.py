# A folder without __init__.py does not win over a library module.
import random

print(hasattr(random, "randint"))
