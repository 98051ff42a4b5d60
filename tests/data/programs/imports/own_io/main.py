# What Python has loaded before any program stays.
import io
import os

print(hasattr(io, "StringIO"), hasattr(os, "getcwd"))
