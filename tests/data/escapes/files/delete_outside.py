# held by: namespaces landlock
# as: check program
import os, sys
os.unlink(sys.argv[1])
