# must: answer
class E(Exception):
    def __repr__(self): raise ValueError
try:
    print([E()])
except ValueError:
    print("caught")
