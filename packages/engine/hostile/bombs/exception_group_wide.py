# must: answer
try:
    ExceptionGroup
except NameError:
    print("none")
else:
    e = ExceptionGroup("a", [ValueError(i) for i in range(20000)])
    print(len(e.exceptions))
