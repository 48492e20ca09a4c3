# must: end
g = {"__builtins__": 5}
try:
    exec("x", g)
except (NameError, TypeError, SystemError, AttributeError) as e:
    print("error")
