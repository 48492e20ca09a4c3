import sys, math
import math as m2
from math import pi
print(math is m2, math.pi is pi, sys.modules["math"] is math, math.__dict__ is vars(math))
import collections
from collections import OrderedDict as OD
print(OD is collections.OrderedDict, sys.modules is sys.modules)
