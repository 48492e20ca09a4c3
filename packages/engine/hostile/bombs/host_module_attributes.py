# must: answer
import math, sys, gc, builtins, types
for m in (math, sys, gc, builtins, types):
    print([hasattr(m, n) for n in ("constructor", "__proto__", "toString", "valueOf")])
