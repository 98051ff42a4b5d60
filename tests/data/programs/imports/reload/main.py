import importlib

import counter

counter.count += 1
again = importlib.reload(counter)
print(again is counter, counter.count)
