# must: answer
try:
    ExceptionGroup
except NameError:
    print("none")
else:
    e = ExceptionGroup("a", [ValueError(1)])
    for i in range(200):
        e = ExceptionGroup("a", [e])
    print(e.subgroup(ValueError) is not None, e.split(KeyError)[0])
