import copy
import weakref


class Key:
    pass


a, b = Key(), Key()
by_key = weakref.WeakKeyDictionary({a: [1], b: [2]})
deep = copy.deepcopy(by_key)
print(len(deep), a in deep, deep[a] == by_key[a], deep[a] is by_key[a])
del a
print(len(deep), len(by_key))
by_name = weakref.WeakValueDictionary(b=b)
deep = copy.deepcopy(by_name)
print(len(deep), deep["b"] is b)
del b
print(len(deep), len(by_name))
