# held by: namespaces landlock
# as: check program
import sys
open(sys.argv[1], "a").write("changed")
