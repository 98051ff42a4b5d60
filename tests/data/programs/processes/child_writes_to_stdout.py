#: no check
import os
import subprocess

print("first", flush=True)
subprocess.run(["echo", "second"])
os.system("echo third")
print("fourth")
