# must: end
import sys
if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)
for i in range(50):
    x = int("7" * 1000000)
