# must: answer or limit
try:
    ExceptionGroup
except NameError:
    print("none")
else:
    e = ExceptionGroup("a", [ValueError(1)])
    for i in range(50000):
        e = ExceptionGroup("a", [e])
    print("made")
    e.subgroup(ValueError)
    print("or stopped")
