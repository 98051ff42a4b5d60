# held by: namespaces landlock
# as: check program
import os, sys
for pid in ("self", "1", sys.argv[4]):
    try:
        print("GOT OUT", open(f"/proc/{pid}/root{sys.argv[1]}").read())
    except OSError as error:
        print(error)
