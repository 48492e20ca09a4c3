from enum import Enum
class Planet(Enum):
    EARTH = 1
try:
    class More(Planet): pass
except TypeError as e: print(e)
class Base(Enum):
    def shout(self): return self.name.upper()
class Mine(Base): a = 1
print(Mine.a.shout())
