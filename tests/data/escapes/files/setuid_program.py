# held by: always
# as: check program
import os, stat, shutil
shutil.copy("/bin/true", "suid")
os.chmod("suid", 0o4755)
import subprocess
print(open("/proc/self/status").read().split("NoNewPrivs:")[1].split()[0])
if subprocess.run(["/bin/su", "-c", "true"], stdin=subprocess.DEVNULL, capture_output=True).returncode == 0 and os.getuid() != 0:
    print("GOT OUT")
