import bisect
import collections
import functools
import heapq
import itertools
import operator

print(collections.Counter("mississippi").most_common(2), collections.deque([1, 2, 3], maxlen=2))
print(collections.OrderedDict(a=1), dict(collections.defaultdict(list, {"x": [1]})), collections.ChainMap({"a": 1}, {"b": 2})["b"])
print(list(itertools.permutations("abc", 2))[:3], list(itertools.accumulate([1, 2, 3])), list(itertools.batched([1], 1)) if hasattr(itertools, "batched") else "")
print(heapq.nsmallest(2, [3, 1, 2]), bisect.bisect([1, 3, 5], 3), functools.reduce(operator.mul, [1, 2, 3, 4]))


@functools.lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())
