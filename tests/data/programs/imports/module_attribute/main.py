import lazy

print(lazy.anything)
lazy.missing
