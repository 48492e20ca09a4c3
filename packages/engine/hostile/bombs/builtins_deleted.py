# must: answer
import builtins
p = print
del builtins.len
try:
    len([])
except NameError as e:
    p(e)
builtins.print = None
try:
    print(1)
except TypeError as e:
    p(e)
