# held by: namespaces landlock
# as: check program
import os, pathlib, sys
print("GOT OUT", os.listdir(os.path.dirname(sys.argv[1])))
