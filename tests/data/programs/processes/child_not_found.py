#: no check
import subprocess

try:
    subprocess.run(["no-such-command"])
except FileNotFoundError as error:
    print(error)
subprocess.run(["false"], check=True)
