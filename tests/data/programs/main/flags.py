# The flags that change what code means.
import sys

for name in ("debug", "inspect", "interactive", "optimize", "verbose", "bytes_warning", "quiet", "hash_randomization",
             "dev_mode", "utf8_mode", "warn_default_encoding", "int_max_str_digits", "no_site"):
    print(name, getattr(sys.flags, name))
print(__debug__, sys.warnoptions, sys.get_int_max_str_digits(), sys.getswitchinterval())
