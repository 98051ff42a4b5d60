# -*- coding: latin-1 -*-
print(len("ä"), ascii("ä"))
