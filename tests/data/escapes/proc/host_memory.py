# held by: namespaces landlock
# as: check program
import sys
print("GOT OUT", len(open(f"/proc/{sys.argv[4]}/maps").read()))
