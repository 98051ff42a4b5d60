# Hashes of texts are another in each run.
#: differs
print(hash("abc"), hash(b"abc"))
