import sys


class Key:
    act = None

    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 5

    def __eq__(self, other):
        if Key.act is not None:
            act, Key.act = Key.act, None
            act()
        return False


def make():
    return {Key("a")}, {Key("b"), }


for name in ["intersection", "union", "difference", "symmetric_difference", "isdisjoint", "issubset", "update"]:
    if sys.version_info < (3, 9):
        continue  # 3.8 crashes
    left, right = make()
    Key.act = lambda: (left.clear(), right.clear())
    result = getattr(left, name)(right)
    Key.act = None
    print(name, type(result).__name__, len(left), len(right))
