# What uses the library's module finds the program's, and fails as it does elsewhere.
import tempfile
