# held by: namespaces landlock
# as: check program
import sys
print("GOT OUT", open(f"/proc/{sys.argv[4]}/environ").read()[:50])
