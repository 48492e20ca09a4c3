a = "some_name"
b = "some_name"
print(a is b)
c = "some name"
d = "some name"
print(c is d)
e = "some" + "_name"
print(a is e)
f = "_".join(["some", "name"])
print(f is a)
