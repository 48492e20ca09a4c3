# must: answer
def f(constructor, __proto__, toString):
    valueOf = 5
    g = lambda: (valueOf, __proto__)
    return sorted(locals()), g()
print(f(1, 2, 3)[1])
