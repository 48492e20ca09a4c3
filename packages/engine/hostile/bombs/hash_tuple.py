# must: answer
a = ()
for i in range(500):
    a = (a,)
print(isinstance(hash(a), int))
