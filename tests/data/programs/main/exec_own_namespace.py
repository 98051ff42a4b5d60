# Code made at run time sees the module's names.
value = 1
exec("value += 1\nmade = value * 10")
print(value, made, eval("value + made"))
space = {}
exec("import sys\nx = sys.argv[0]", space)
print(sorted(space), space["x"])
