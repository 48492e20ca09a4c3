import gc
gc.collect(); gc.disable()
saved = []
class A:
    def __del__(self): print("del"); saved.append(self)
a = A(); a.me = a
del a
print(gc.collect() , len(saved))
saved.clear()
print(gc.collect(), len(saved))
