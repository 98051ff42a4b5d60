import os
import sys

print("before", flush=True)
kept = os.dup(1)
target = os.open("out.txt", os.O_CREAT | os.O_WRONLY)
os.dup2(target, 1)
print("into the file", flush=True)
os.dup2(kept, 1)
print("after", open("out.txt").read(), end="")
