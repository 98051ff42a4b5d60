open("latin.txt", "wb").write(b"caf\xe9\n")
open("latin.txt").read()
