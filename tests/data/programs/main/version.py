# Which Python this is.
import platform
import sys

print(sys.version)
print(sys.version_info, sys.hexversion, sys.api_version)
print(sys.implementation.name, sys.implementation.cache_tag, sys.platform, sys.byteorder, sys.maxsize)
print(platform.python_version(), platform.python_implementation(), platform.machine())
