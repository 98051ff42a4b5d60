"""A stand-in for the hosted learning platform, for tests. See ../README.md."""
