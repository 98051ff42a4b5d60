# Also those of a generator of one's own.
#: differs
import random

print(random.Random().random(), random.SystemRandom().random())
