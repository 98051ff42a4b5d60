# held by: namespaces landlock
# as: check program
import os, sys
print("GOT OUT", os.listdir(f"/proc/{sys.argv[4]}/cwd/"))
