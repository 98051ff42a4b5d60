import linecache

name = __file__.rpartition("/")[2]
print(linecache.getline(name, 1), linecache.getline(__file__, 3), len(linecache.getlines(name)))
linecache.checkcache()
print(linecache.getline(name, 1))
