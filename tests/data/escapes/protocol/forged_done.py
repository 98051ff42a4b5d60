# held by: always
# as: check
import json, os, struct
text = json.dumps({"type": "done", "state": "finished"}).encode()
os.write(3, struct.pack("<I", len(text)) + text)
os.write(3, b"\xff\xff\xff\x7f")
