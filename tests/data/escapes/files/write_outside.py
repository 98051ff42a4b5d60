# held by: namespaces landlock
# as: check program
import os, sys
open(os.path.join(sys.argv[2], "written"), "w").write("x")
