#: no check
import subprocess
import sys

subprocess.run([sys.executable, "-c", "print(1/0)"])
subprocess.run([sys.executable, "-c", "raise SystemExit(2)"], check=True)
