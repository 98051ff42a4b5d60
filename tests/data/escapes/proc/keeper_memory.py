# held by: always
# as: check program
import os
print("GOT OUT", open(f"/proc/{os.getppid()}/mem", "r+b"))
