# must: answer
import enum
class E(enum.Enum):
    constructor = 1
    toString = 2
print(E["constructor"], E(2), list(E))
try:
    E["__proto__"]
except KeyError as e:
    print(e)
