# held by: namespaces landlock
# as: check program
import sys
print("GOT OUT", open(sys.argv[1]).read())
