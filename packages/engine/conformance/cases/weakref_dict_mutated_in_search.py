import weakref


class Key:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        if mutate:
            del keys[-1]
        return self.value == other.value


mutate = False
keys = [Key(i) for i in range(4)]
d = weakref.WeakKeyDictionary((k, k.value) for k in keys)
keys.reverse()
mutate = True
count = 0
for k in keys:
    count += 1
    del d[k]
print(len(d), count)
