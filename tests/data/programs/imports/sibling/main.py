import helper
from helper import greet as hello

print(helper.__name__, helper.__file__.rpartition("/")[2], hello("Ada"), helper.COUNT)
