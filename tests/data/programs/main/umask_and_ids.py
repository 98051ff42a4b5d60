# The process is like any other.
import os
import stat

print(os.getpid() > 1, os.getuid() == os.geteuid(), os.getpgid(0) > 0)
with open("made.txt", "w") as file:
    file.write("x")
print(oct(stat.S_IMODE(os.stat("made.txt").st_mode)))
os.mkdir("made")
print(oct(stat.S_IMODE(os.stat("made").st_mode)))
print(sorted(os.listdir("."))[:2])
