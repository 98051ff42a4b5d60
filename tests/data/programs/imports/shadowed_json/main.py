# A module loaded ahead must not hide it either.
import json
import statistics

print(json.dumps, statistics.mean([1, 2]))
