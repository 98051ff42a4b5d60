# held by: namespaces
# as: check
import os
written = 0
try:
    for i in range(100):
        with open(f"big{i}", "wb") as file:
            for _ in range(12):
                written += file.write(b"x" * (1 << 20))
except OSError as error:
    print(error)
if written > 200 << 20:
    print("GOT OUT", written)
