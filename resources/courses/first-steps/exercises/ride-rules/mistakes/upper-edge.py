b
c
d
