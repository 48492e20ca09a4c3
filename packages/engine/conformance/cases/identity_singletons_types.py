print(type(None)() is None, type(...)() is ..., type(NotImplemented)() is NotImplemented, bool(1) is True)
print(() is tuple(), "" is str(), b"" is bytes(), frozenset() is frozenset(), 0 is int(), 0.0 is float())
print(type(1) is int, type(type) is type, (1).__class__ is int, None is not None)
