# held by: limits
# as: check program
import os
held = []
try:
    while len(held) < 5000:
        held.append(os.open("/dev/null", os.O_RDONLY))
except OSError as error:
    print(error)
if len(held) > 1000:
    print("GOT OUT", len(held))
