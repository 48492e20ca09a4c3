import operator

print(operator.ipow(2, 5), operator.iconcat([1], [2]), operator.__iadd__([1], [2]), operator.__ior__(1, 2))
for call in [lambda: operator.concat(1, 2), lambda: operator.iconcat(1, 2), lambda: operator.concat([1], 2)]:
    try:
        call()
    except TypeError as e:
        print(e)
print(hasattr(operator, "is_none"), hasattr(operator, "call"))
