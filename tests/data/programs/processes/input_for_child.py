#: no check
import subprocess

print(subprocess.run(["cat"], input="through\n", capture_output=True, text=True).stdout, end="")
print(subprocess.check_output(["tr", "a-z", "A-Z"], input=b"loud"))
