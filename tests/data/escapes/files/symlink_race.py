# held by: namespaces landlock
# as: check program
import os, sys, threading
open("inside", "w").write("inside")
def swap():
    for _ in range(2000):
        for target in ("inside", sys.argv[1]):
            try:
                os.symlink(target, "next"); os.replace("next", "race")
            except OSError:
                pass
thread = threading.Thread(target=swap); thread.start()
while thread.is_alive():
    try:
        text = open("race").read()
        if text != "inside":
            print("GOT OUT", text)
    except OSError:
        pass
