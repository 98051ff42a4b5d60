# held by: namespaces landlock
# as: check program
import os, sys
os.rename(sys.argv[1], "mine")
print("GOT OUT", open("mine").read())
