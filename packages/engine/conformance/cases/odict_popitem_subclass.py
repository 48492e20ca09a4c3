from collections import OrderedDict
class LRU(OrderedDict):
    def __getitem__(self, key):
        print("get", key)
        self.move_to_end(key)
        return super().__getitem__(key)
    def __delitem__(self, key):
        print("del", key)
        super().__delitem__(key)
class Asks(OrderedDict):
    def __getitem__(self, key):
        print("asked", key)
        return super().__getitem__(key)
a = Asks(a=1, b=2)
print(a.popitem(last=False), list(a))
c = LRU(a=1, b=2)
c["a"]
try: print(c.popitem(last=False))
except KeyError as e: print("KeyError", e)
