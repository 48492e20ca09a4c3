calls = [lambda: int().__pow__(), lambda: int().__pow__(1, 2, 3), lambda: int().__rpow__(), lambda: (1).__add__(), lambda: (1).__neg__(1),
         lambda: (1).__eq__(), lambda: [].__setitem__(1), lambda: (lambda: 0).__get__(),
         lambda: (lambda: 0).__get__(1, 2, 3), lambda: object().__setattr__("a"), lambda: object().__getattribute__(), lambda: [].__init__(1, 2), lambda: [].__delitem__(),
         lambda: property().__set__(1), lambda: iter([]).__next__(1), lambda: [].__mul__(), lambda: (1).__hash__(1), lambda: "a".__len__(1), lambda: property().__delete__()]
for call in calls:
    try: print(call())
    except TypeError as e: print(e)
