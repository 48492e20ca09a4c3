# must: answer
class A:
    def __hash__(self): return 1
    def __eq__(self, o):
        s.clear()
        return False
s = {A()}
s.add(A())
s.add(A())
print(len(s))
