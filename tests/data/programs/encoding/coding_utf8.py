# -*- coding: utf-8 -*-
print("äöü")
