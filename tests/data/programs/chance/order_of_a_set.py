# So is the order of a set.
#: differs
print({f"word {number}" for number in range(20)})
