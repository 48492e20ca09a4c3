# must: answer
a = ValueError(1)
b = KeyError(2)
a.__cause__ = b
b.__cause__ = a
raise a
