# must: answer
classes = [object]
for i in range(200):
    classes.append(type("C%d" % i, (classes[-1],), {}))
print(len(classes[-1].__mro__))
