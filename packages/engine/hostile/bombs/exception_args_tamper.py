# must: answer
e = ValueError(1)
e.args = "abc"
print(e.args, repr(e))
try:
    e.args = 5
except TypeError as x:
    print(x)
