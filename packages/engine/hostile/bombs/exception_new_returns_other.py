# must: answer
class E(Exception):
    def __new__(cls): return 5
try:
    raise E
except TypeError as e:
    print(e)
