# The names of the standard library are the standard library's.
import collections
import json
import random
import string

print([module.__spec__.origin for module in (collections, json, random, string)])
