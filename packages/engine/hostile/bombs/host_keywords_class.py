# must: answer
class A:
    def __init_subclass__(cls, **kw):
        print(sorted(kw))
class B(A, __proto__=1, constructor=2): pass
