# held by: seccomp
# as: check
import subprocess
print(subprocess.run(["/bin/echo", "GOT OUT"], capture_output=True, text=True).stdout)
