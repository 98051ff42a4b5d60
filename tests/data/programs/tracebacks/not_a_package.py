import math.part
