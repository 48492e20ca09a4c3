# must: answer
try:
    e = ValueError(1)
    e.add_note
except AttributeError:
    print("none")
else:
    for i in range(1000):
        e.add_note("n")
    e.__notes__ = 5
    try:
        e.add_note("x")
    except TypeError as x:
        print(x)
