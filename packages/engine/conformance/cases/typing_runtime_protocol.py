from typing import Protocol, runtime_checkable
@runtime_checkable
class Closes(Protocol):
    def close(self): ...
class Other(Protocol):
    def x(self): ...
class Door:
    def close(self): pass
class Wall: pass
print(isinstance(Door(), Closes), isinstance(Wall(), Closes))
try: isinstance(Door(), Other)
except TypeError as e: print(e)
try: Closes()
except TypeError as e: print(e)
class Real(Closes):
    def close(self): return 1
print(Real().close(), isinstance(Real(), Closes))
try: runtime_checkable(Wall)
except TypeError as e: print(e)
