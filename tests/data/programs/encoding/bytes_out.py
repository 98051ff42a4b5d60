import sys

sys.stdout.write("text ")
sys.stdout.flush()
sys.stdout.buffer.write("bytes é\n".encode())
sys.stdout.buffer.flush()
print("end")
