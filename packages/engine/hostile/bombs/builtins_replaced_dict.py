# must: answer
g = {"__builtins__": {}}
try:
    exec("print(1)", g)
except NameError as e:
    print(e)
try:
    exec("import sys", g)
except ImportError as e:
    print(e)
try:
    exec("class A: pass", g)
except NameError as e:
    print(e)
