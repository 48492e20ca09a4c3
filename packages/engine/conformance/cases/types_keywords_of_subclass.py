class Plain(list): pass
class WithInit(list):
    def __init__(self, seq, extra=None): super().__init__(seq); self.extra = extra
class WithNew(list):
    def __new__(cls, seq, extra=None): return super().__new__(cls, seq)
class PlainSet(set): pass
class SetNew(set):
    def __new__(cls, arg, extra=None): return super().__new__(cls, arg)
class PlainFrozen(frozenset): pass
class FrozenInit(frozenset):
    def __init__(self, arg=(), extra=None): pass
class PlainTuple(tuple): pass
for make in [lambda: Plain(sequence=()), lambda: WithInit([1], extra=3), lambda: WithNew([1], extra=3), lambda: PlainSet(sequence=()), lambda: SetNew([1], extra=3), lambda: PlainFrozen(sequence=()), lambda: FrozenInit([1], extra=3), lambda: PlainTuple(sequence=())]:
    try: print(make())
    except TypeError as e: print("TypeError", e)
