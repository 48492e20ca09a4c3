class Key:
    def __hash__(self):
        return 3

    def __eq__(self, other):
        source.setdefault("new", 1) if grows else source.__setitem__("last", 3)
        return False


for grows in [True, False]:
    source = {Key(): 1, "last": 2}
    target = {Key(): 0}
    try:
        target.update(source)
        print(len(target))
    except RuntimeError as e:
        print(e)
