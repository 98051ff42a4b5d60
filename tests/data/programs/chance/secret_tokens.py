#: differs
import os
import secrets

print(secrets.token_hex(16), secrets.randbelow(10**12), os.urandom(8).hex())
