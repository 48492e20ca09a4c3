# must: answer or limit
def wrap(f):
    def g():
        return f
    return g
f = None
for i in range(50000):
    f = wrap(f)
del f
print("gone")
