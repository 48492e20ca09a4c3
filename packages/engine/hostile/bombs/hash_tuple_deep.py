# must: answer or limit
a = ()
for i in range(30000):
    a = (a,)
print("made")
hash(a)
print("or stopped")
