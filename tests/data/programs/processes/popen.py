#: no check
import os
import subprocess

with os.popen("echo from a shell; exit 3") as pipe:
    print(pipe.read(), end="")
process = subprocess.Popen(["sleep", "60"])
process.terminate()
print(process.wait(), os.system("exit 5") >> 8)
try:
    subprocess.run(["sleep", "60"], timeout=0.1)
except subprocess.TimeoutExpired as error:
    print(error.cmd)
