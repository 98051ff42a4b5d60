# held by: namespaces landlock
# as: check program
import os, sys
os.link(sys.argv[1], "link")
print("GOT OUT", open("link").read())
