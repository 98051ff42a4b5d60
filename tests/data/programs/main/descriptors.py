# Only the three standard descriptors are open, and new files take the next.
import os

open_now = []
for number in range(0, 20):
    try:
        os.fstat(number)
        open_now.append(number)
    except OSError:
        pass
print(open_now[:3])
print(os.get_inheritable(0), os.get_inheritable(1), os.get_inheritable(2))
with open(__file__) as file:
    print(os.get_inheritable(file.fileno()))
