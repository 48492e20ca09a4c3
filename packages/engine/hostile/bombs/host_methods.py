# must: answer
class A:
    def constructor(self): return "c"
    def toString(self): return "t"
    def __proto__(self): return "p"
    def valueOf(self): raise ValueError
a = A()
print(a.constructor(), a.toString(), a.__proto__(), str(a)[:11], [a] == [a])
