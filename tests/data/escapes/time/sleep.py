# held by: always
# as: check
import time
time.sleep(1000)
