import tracemalloc

tracemalloc.start()
data = [bytes(1000) for _ in range(100)]
now, peak = tracemalloc.get_traced_memory()
print(now > 100_000, peak >= now, tracemalloc.take_snapshot().statistics("lineno")[0].traceback[0].lineno)
