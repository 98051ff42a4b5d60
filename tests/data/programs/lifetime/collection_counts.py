import gc

gc.collect()
a = []
a.append(a)
del a
print(gc.collect(), gc.garbage, len(gc.get_stats()))
