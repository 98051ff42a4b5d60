import base64
import binascii
import hashlib
import hmac
import struct

print(hashlib.sha256(b"abc").hexdigest(), hashlib.md5(b"").hexdigest(), hmac.new(b"k", b"m", "sha1").hexdigest())
print(base64.b64encode(b"hello"), binascii.hexlify(b"\x01\xff"), struct.pack("<IhB", 1, -2, 3))
