import math
try:
    math.zz
except AttributeError as e:
    print(e, getattr(e, "name", "no name"))
math.sqr(4)
