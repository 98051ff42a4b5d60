#: no check
import subprocess
import sys

done = subprocess.run([sys.executable, "-c", "import sys; print(sys.argv, sys.version_info[:2]); sys.exit(4)", "a"],
                      capture_output=True, text=True)
print(done.returncode, done.stdout, done.stderr)
