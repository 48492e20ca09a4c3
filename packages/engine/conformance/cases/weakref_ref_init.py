import weakref


class Ref(weakref.ref):
    pass


class A:
    pass


a = A()
r = weakref.ref(a)
print(r.__init__(a), r.__init__(a, None))
for args in [(), (0, 0, 0)]:
    try:
        r.__init__(*args)
    except TypeError as e:
        print(e)
try:
    Ref(a, key=1)
except TypeError as e:
    print(e)
